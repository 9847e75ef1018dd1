# Draws ranks-test-accuracy (svg, png, pdf) from ranks-test-accuracy.tsv: gnuplot ranks-test-accuracy.gp
# provenance: {"$schema":"pdmpbench-figure-1","arguments":["Suites/study/tasks.yaml"],"code_versions":["0.1.0"],"command":"pdmpbench run Suites/study/tasks.yaml","commits":["1469a0a85580914312d95067393a844e7979e857"],"figure":"ranks-test-accuracy","kind":"ranks","preset":"double","records":864,"records_of_uncommitted_changes":0,"records_sha256":"4a2db77c3c79f05bebbabb482c271efccbf056f664e4cb66490ce0916e2a5cf3","suite":"study-tasks","table_sha256":"6a6600d2b13ed7a5c41f52e9c53d9a6a1a12fe78d39ce6563ab7f46226f312df"}
set encoding utf8
if (!exists("format")) { format = 'svg' }
if (format eq 'svg') {
  set terminal svg size 840,214 fixed noenhanced font 'DejaVu Sans,12' background '#FFFFFF'
  set output 'ranks-test-accuracy.svg'
}
if (format eq 'png') {
  set terminal pngcairo size 1680,427 noenhanced font 'DejaVu Sans,9' fontscale 2 linewidth 2 pointscale 2 dashlength 1 background '#FFFFFF'
  set output 'ranks-test-accuracy.png'
}
if (format eq 'pdf') {
  set terminal pdfcairo size 17.5cm,4.45cm noenhanced font 'DejaVu Sans,8' fontscale 1 linewidth 1 pointscale 0.6
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
set xrange [-0.9090909091:5.909090909]
set yrange [-2.65:2.1]
set arrow from first 1, first 0 to first 4, first 0 nohead lw 1.2 lc rgb '#444444'
set arrow from first 1, first 1.3 to first 1.676999315, first 1.3 heads size graph 0.004,90 lw 1.2 lc rgb '#444444'
set label 'critical difference 0.68 (Nemenyi, α = 0.05, 48 blocks)' at first 1, first 1.7 left noenhanced
set label '1' at first 1, first 0.45 center
set arrow from first 1, first 0 to first 1, first 0.18 nohead lw 1 lc rgb '#444444'
set label '2' at first 2, first 0.45 center
set arrow from first 2, first 0 to first 2, first 0.18 nohead lw 1 lc rgb '#444444'
set label '3' at first 3, first 0.45 center
set arrow from first 3, first 0 to first 3, first 0.18 nohead lw 1 lc rgb '#444444'
set label '4' at first 4, first 0.45 center
set arrow from first 4, first 0 to first 4, first 0.18 nohead lw 1 lc rgb '#444444'
set arrow from first 2.291666667, first 0 to first 2.291666667, first -1.35 nohead lw 1 lc rgb '#444444'
set arrow from first 2.291666667, first -1.35 to graph 0.28, first -1.35 nohead lw 1 lc rgb '#444444'
set label 'joint  (2.29)' at graph 0.27, first -1.35 right noenhanced
set arrow from first 2.5, first 0 to first 2.5, first -2.15 nohead lw 1 lc rgb '#444444'
set arrow from first 2.5, first -2.15 to graph 0.28, first -2.15 nohead lw 1 lc rgb '#444444'
set label 'ogm  (2.50)' at graph 0.27, first -2.15 right noenhanced
set arrow from first 2.5625, first 0 to first 2.5625, first -2.15 nohead lw 1 lc rgb '#444444'
set arrow from first 2.5625, first -2.15 to graph 0.72, first -2.15 nohead lw 1 lc rgb '#444444'
set label 'pdmp  (2.56)' at graph 0.73, first -2.15 left noenhanced
set arrow from first 2.645833333, first 0 to first 2.645833333, first -1.35 nohead lw 1 lc rgb '#444444'
set arrow from first 2.645833333, first -1.35 to graph 0.72, first -1.35 nohead lw 1 lc rgb '#444444'
set label 'pdmp (worst leads)  (2.65)' at graph 0.73, first -1.35 left noenhanced
plot 'ranks-test-accuracy.tsv' index 0 using 1:(0) with points pt 7 ps 0.5 lc rgb '#0072B2' notitle, \
     'ranks-test-accuracy.tsv' index 1 using 1:3:($2-$1):(0) with vectors nohead lw 4 lc rgb '#D55E00' notitle

unset output
reset
format = format eq 'svg' ? 'png' : format eq 'png' ? 'pdf' : ''
if (strlen(format)) {
  load 'ranks-test-accuracy.gp'
}
if (exists("format")) { if (!strlen(format)) { undefine format } }
