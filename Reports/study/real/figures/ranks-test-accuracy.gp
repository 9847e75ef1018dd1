# Draws ranks-test-accuracy (svg, png, pdf) from ranks-test-accuracy.tsv: gnuplot ranks-test-accuracy.gp
# provenance: {"$schema":"pdmpbench-figure-1","arguments":["Suites/study/real.yaml"],"code_versions":["0.1.0"],"command":"pdmpbench run Suites/study/real.yaml","commits":["1469a0a85580914312d95067393a844e7979e857"],"figure":"ranks-test-accuracy","kind":"ranks","preset":"double","records":576,"records_of_uncommitted_changes":0,"records_sha256":"29938df6e57361481ef67ee1e33aaa281e0bd6c1e1bf442a987a71a82de2de22","suite":"study-real","table_sha256":"4419a2661e25db02c84839c5743baa418eee74415dc7f3c09912c17013972fbd"}
set encoding utf8
if (!exists("format")) { format = 'svg' }
if (format eq 'svg') {
  set terminal svg size 840,262 fixed noenhanced font 'DejaVu Sans,12' background '#FFFFFF'
  set output 'ranks-test-accuracy.svg'
}
if (format eq 'png') {
  set terminal pngcairo size 1680,523 noenhanced font 'DejaVu Sans,9' fontscale 2 linewidth 2 pointscale 2 dashlength 1 background '#FFFFFF'
  set output 'ranks-test-accuracy.png'
}
if (format eq 'pdf') {
  set terminal pdfcairo size 17.5cm,5.45cm noenhanced font 'DejaVu Sans,8' fontscale 1 linewidth 1 pointscale 0.6
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
set xrange [-2.181818182:9.181818182]
set yrange [-4.15:2.1]
set arrow from first 1, first 0 to first 6, first 0 nohead lw 1.2 lc rgb '#444444'
set arrow from first 1, first 1.3 to first 1.973359704, first 1.3 heads size graph 0.004,90 lw 1.2 lc rgb '#444444'
set label 'critical difference 0.97 (Nemenyi, α = 0.05, 60 blocks)' at first 1, first 1.7 left noenhanced
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
set arrow from first 2.6, first 0 to first 2.6, first -2.05 nohead lw 1 lc rgb '#444444'
set arrow from first 2.6, first -2.05 to graph 0.28, first -2.05 nohead lw 1 lc rgb '#444444'
set label 'late-fusion  (2.60)' at graph 0.27, first -2.05 right noenhanced
set arrow from first 3.05, first 0 to first 3.05, first -2.85 nohead lw 1 lc rgb '#444444'
set arrow from first 3.05, first -2.85 to graph 0.28, first -2.85 nohead lw 1 lc rgb '#444444'
set label 'mmpareto  (3.05)' at graph 0.27, first -2.85 right noenhanced
set arrow from first 3.333333333, first 0 to first 3.333333333, first -3.65 nohead lw 1 lc rgb '#444444'
set arrow from first 3.333333333, first -3.65 to graph 0.28, first -3.65 nohead lw 1 lc rgb '#444444'
set label 'pdmp  (3.33)' at graph 0.27, first -3.65 right noenhanced
set arrow from first 3.466666667, first 0 to first 3.466666667, first -3.65 nohead lw 1 lc rgb '#444444'
set arrow from first 3.466666667, first -3.65 to graph 0.72, first -3.65 nohead lw 1 lc rgb '#444444'
set label 'joint  (3.47)' at graph 0.73, first -3.65 left noenhanced
set arrow from first 3.875, first 0 to first 3.875, first -2.85 nohead lw 1 lc rgb '#444444'
set arrow from first 3.875, first -2.85 to graph 0.72, first -2.85 nohead lw 1 lc rgb '#444444'
set label 'pdmp (worst leads)  (3.88)' at graph 0.73, first -2.85 left noenhanced
set arrow from first 4.675, first 0 to first 4.675, first -2.05 nohead lw 1 lc rgb '#444444'
set arrow from first 4.675, first -2.05 to graph 0.72, first -2.05 nohead lw 1 lc rgb '#444444'
set label 'ogm  (4.68)' at graph 0.73, first -2.05 left noenhanced
plot 'ranks-test-accuracy.tsv' index 0 using 1:(0) with points pt 7 ps 0.5 lc rgb '#0072B2' notitle, \
     'ranks-test-accuracy.tsv' index 1 using 1:3:($2-$1):(0) with vectors nohead lw 4 lc rgb '#D55E00' notitle

unset output
reset
format = format eq 'svg' ? 'png' : format eq 'png' ? 'pdf' : ''
if (strlen(format)) {
  load 'ranks-test-accuracy.gp'
}
if (exists("format")) { if (!strlen(format)) { undefine format } }
