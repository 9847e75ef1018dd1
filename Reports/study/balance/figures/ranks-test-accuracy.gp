# Draws ranks-test-accuracy (svg, png, pdf) from ranks-test-accuracy.tsv: gnuplot ranks-test-accuracy.gp
# provenance: {"$schema":"pdmpbench-figure-1","arguments":["Suites/study/balance.yaml"],"code_versions":["0.1.0"],"command":"pdmpbench run Suites/study/balance.yaml","commits":["1469a0a85580914312d95067393a844e7979e857"],"figure":"ranks-test-accuracy","kind":"ranks","preset":"double","records":504,"records_of_uncommitted_changes":0,"records_sha256":"d9092e713016286e88ec10587b1f9a801d90e3c024945ba3df005e30d53ef43c","suite":"study-balance","table_sha256":"fe09748d5ead7c1590d912b65223973df229787033e0d16aa70dab68d0e0ac8f"}
set encoding utf8
if (!exists("format")) { format = 'svg' }
if (format eq 'svg') {
  set terminal svg size 840,358 fixed noenhanced font 'DejaVu Sans,12' background '#FFFFFF'
  set output 'ranks-test-accuracy.svg'
}
if (format eq 'png') {
  set terminal pngcairo size 1680,715 noenhanced font 'DejaVu Sans,9' fontscale 2 linewidth 2 pointscale 2 dashlength 1 background '#FFFFFF'
  set output 'ranks-test-accuracy.png'
}
if (format eq 'pdf') {
  set terminal pdfcairo size 17.5cm,7.45cm noenhanced font 'DejaVu Sans,8' fontscale 1 linewidth 1 pointscale 0.6
  set output 'ranks-test-accuracy.pdf'
}

set datafile separator tab
set title 'Mean ranks by test/accuracy (1 is best)' noenhanced
unset key
unset border
unset ytics
set lmargin 2
set rmargin 2
unset xtics
set xrange [-6:19]
set yrange [-7.25:2.1]
set arrow from first 1, first 0 to first 12, first 0 nohead lw 1.2 lc rgb '#444444'
set arrow from first 1, first 1.3 to first 3.571251738, first 1.3 heads size graph 0.004,90 lw 1.2 lc rgb '#444444'
set label 'critical difference 2.57 (Nemenyi, α = 0.05, 42 blocks)' at first 1, first 1.7 left noenhanced
set label '1' at first 1, first 0.45 center
set arrow from first 1, first 0 to first 1, first 0.18 nohead lw 1 lc rgb '#444444'
set label '2' at first 2, first 0.45 center
set arrow from first 2, first 0 to first 2, first 0.18 nohead lw 1 lc rgb '#444444'
set label '3' at first 3, first 0.45 center
set arrow from first 3, first 0 to first 3, first 0.18 nohead lw 1 lc rgb '#444444'
set label '4' at first 4, first 0.45 center
set arrow from first 4, first 0 to first 4, first 0.18 nohead lw 1 lc rgb '#444444'
set label '5' at first 5, first 0.45 center
set arrow from first 5, first 0 to first 5, first 0.18 nohead lw 1 lc rgb '#444444'
set label '6' at first 6, first 0.45 center
set arrow from first 6, first 0 to first 6, first 0.18 nohead lw 1 lc rgb '#444444'
set label '7' at first 7, first 0.45 center
set arrow from first 7, first 0 to first 7, first 0.18 nohead lw 1 lc rgb '#444444'
set label '8' at first 8, first 0.45 center
set arrow from first 8, first 0 to first 8, first 0.18 nohead lw 1 lc rgb '#444444'
set label '9' at first 9, first 0.45 center
set arrow from first 9, first 0 to first 9, first 0.18 nohead lw 1 lc rgb '#444444'
set label '10' at first 10, first 0.45 center
set arrow from first 10, first 0 to first 10, first 0.18 nohead lw 1 lc rgb '#444444'
set label '11' at first 11, first 0.45 center
set arrow from first 11, first 0 to first 11, first 0.18 nohead lw 1 lc rgb '#444444'
set label '12' at first 12, first 0.45 center
set arrow from first 12, first 0 to first 12, first 0.18 nohead lw 1 lc rgb '#444444'
set arrow from first 4.333333333, first 0 to first 4.333333333, first -2.75 nohead lw 1 lc rgb '#444444'
set arrow from first 4.333333333, first -2.75 to graph 0.28, first -2.75 nohead lw 1 lc rgb '#444444'
set label 'joint  (4.33)' at graph 0.27, first -2.75 right noenhanced
set arrow from first 4.333333333, first 0 to first 4.333333333, first -3.55 nohead lw 1 lc rgb '#444444'
set arrow from first 4.333333333, first -3.55 to graph 0.28, first -3.55 nohead lw 1 lc rgb '#444444'
set label 'pdmp 1  (4.33)' at graph 0.27, first -3.55 right noenhanced
set arrow from first 4.547619048, first 0 to first 4.547619048, first -4.35 nohead lw 1 lc rgb '#444444'
set arrow from first 4.547619048, first -4.35 to graph 0.28, first -4.35 nohead lw 1 lc rgb '#444444'
set label 'pdmp 2  (4.55)' at graph 0.27, first -4.35 right noenhanced
set arrow from first 4.833333333, first 0 to first 4.833333333, first -5.15 nohead lw 1 lc rgb '#444444'
set arrow from first 4.833333333, first -5.15 to graph 0.28, first -5.15 nohead lw 1 lc rgb '#444444'
set label 'pdmp 4  (4.83)' at graph 0.27, first -5.15 right noenhanced
set arrow from first 5.476190476, first 0 to first 5.476190476, first -5.95 nohead lw 1 lc rgb '#444444'
set arrow from first 5.476190476, first -5.95 to graph 0.28, first -5.95 nohead lw 1 lc rgb '#444444'
set label 'pdmp 1/2  (5.48)' at graph 0.27, first -5.95 right noenhanced
set arrow from first 5.654761905, first 0 to first 5.654761905, first -6.75 nohead lw 1 lc rgb '#444444'
set arrow from first 5.654761905, first -6.75 to graph 0.28, first -6.75 nohead lw 1 lc rgb '#444444'
set label 'pdmp 8  (5.65)' at graph 0.27, first -6.75 right noenhanced
set arrow from first 5.928571429, first 0 to first 5.928571429, first -6.75 nohead lw 1 lc rgb '#444444'
set arrow from first 5.928571429, first -6.75 to graph 0.72, first -6.75 nohead lw 1 lc rgb '#444444'
set label 'pdmp 16  (5.93)' at graph 0.73, first -6.75 left noenhanced
set arrow from first 6.5, first 0 to first 6.5, first -5.95 nohead lw 1 lc rgb '#444444'
set arrow from first 6.5, first -5.95 to graph 0.72, first -5.95 nohead lw 1 lc rgb '#444444'
set label 'pdmp 1/4  (6.50)' at graph 0.73, first -5.95 left noenhanced
set arrow from first 8.166666667, first 0 to first 8.166666667, first -5.15 nohead lw 1 lc rgb '#444444'
set arrow from first 8.166666667, first -5.15 to graph 0.72, first -5.15 nohead lw 1 lc rgb '#444444'
set label 'pdmp 1/8  (8.17)' at graph 0.73, first -5.15 left noenhanced
set arrow from first 8.30952381, first 0 to first 8.30952381, first -4.35 nohead lw 1 lc rgb '#444444'
set arrow from first 8.30952381, first -4.35 to graph 0.72, first -4.35 nohead lw 1 lc rgb '#444444'
set label 'pdmp 64  (8.31)' at graph 0.73, first -4.35 left noenhanced
set arrow from first 8.869047619, first 0 to first 8.869047619, first -3.55 nohead lw 1 lc rgb '#444444'
set arrow from first 8.869047619, first -3.55 to graph 0.72, first -3.55 nohead lw 1 lc rgb '#444444'
set label 'pdmp 1/16  (8.87)' at graph 0.73, first -3.55 left noenhanced
set arrow from first 11.04761905, first 0 to first 11.04761905, first -2.75 nohead lw 1 lc rgb '#444444'
set arrow from first 11.04761905, first -2.75 to graph 0.72, first -2.75 nohead lw 1 lc rgb '#444444'
set label 'pdmp 1/64  (11.05)' at graph 0.73, first -2.75 left noenhanced
plot 'ranks-test-accuracy.tsv' index 0 using 1:(0) with points pt 7 ps 0.5 lc rgb '#0072B2' notitle, \
     'ranks-test-accuracy.tsv' index 1 using 1:3:($2-$1):(0) with vectors nohead lw 4 lc rgb '#D55E00' notitle

unset output
reset
format = format eq 'svg' ? 'png' : format eq 'png' ? 'pdf' : ''
if (strlen(format)) {
  load 'ranks-test-accuracy.gp'
}
if (exists("format")) { if (!strlen(format)) { undefine format } }
