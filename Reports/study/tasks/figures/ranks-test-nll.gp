# Draws ranks-test-nll (svg, png, pdf) from ranks-test-nll.tsv: gnuplot ranks-test-nll.gp
# provenance: {"$schema":"pdmpbench-figure-1","arguments":["Suites/study/tasks.yaml"],"code_versions":["0.1.0"],"command":"pdmpbench run Suites/study/tasks.yaml","commits":["1469a0a85580914312d95067393a844e7979e857"],"figure":"ranks-test-nll","kind":"ranks","preset":"double","records":864,"records_of_uncommitted_changes":0,"records_sha256":"4a2db77c3c79f05bebbabb482c271efccbf056f664e4cb66490ce0916e2a5cf3","suite":"study-tasks","table_sha256":"46929f1070f552e8e958ea77eebe8a4bf39c0ca100846aac0008b7a76424fea5"}
set encoding utf8
if (!exists("format")) { format = 'svg' }
if (format eq 'svg') {
  set terminal svg size 840,226 fixed noenhanced font 'DejaVu Sans,12' background '#FFFFFF'
  set output 'ranks-test-nll.svg'
}
if (format eq 'png') {
  set terminal pngcairo size 1680,451 noenhanced font 'DejaVu Sans,9' fontscale 2 linewidth 2 pointscale 2 dashlength 1 background '#FFFFFF'
  set output 'ranks-test-nll.png'
}
if (format eq 'pdf') {
  set terminal pdfcairo size 17.5cm,4.7cm noenhanced font 'DejaVu Sans,8' fontscale 1 linewidth 1 pointscale 0.6
  set output 'ranks-test-nll.pdf'
}

set datafile separator tab
set title 'Mean ranks by test/nll (1 is best)' noenhanced
unset key
unset border
unset ytics
set lmargin 2
set rmargin 2
unset xtics
set xrange [-0.9090909091:5.909090909]
set yrange [-3:2.1]
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
set arrow from first 2.020833333, first 0 to first 2.020833333, first -1.7 nohead lw 1 lc rgb '#444444'
set arrow from first 2.020833333, first -1.7 to graph 0.28, first -1.7 nohead lw 1 lc rgb '#444444'
set label 'ogm  (2.02)' at graph 0.27, first -1.7 right noenhanced
set arrow from first 2.3125, first 0 to first 2.3125, first -2.5 nohead lw 1 lc rgb '#444444'
set arrow from first 2.3125, first -2.5 to graph 0.28, first -2.5 nohead lw 1 lc rgb '#444444'
set label 'joint  (2.31)' at graph 0.27, first -2.5 right noenhanced
set arrow from first 2.520833333, first 0 to first 2.520833333, first -2.5 nohead lw 1 lc rgb '#444444'
set arrow from first 2.520833333, first -2.5 to graph 0.72, first -2.5 nohead lw 1 lc rgb '#444444'
set label 'pdmp  (2.52)' at graph 0.73, first -2.5 left noenhanced
set arrow from first 3.145833333, first 0 to first 3.145833333, first -1.7 nohead lw 1 lc rgb '#444444'
set arrow from first 3.145833333, first -1.7 to graph 0.72, first -1.7 nohead lw 1 lc rgb '#444444'
set label 'pdmp (worst leads)  (3.15)' at graph 0.73, first -1.7 left noenhanced
plot 'ranks-test-nll.tsv' index 0 using 1:(0) with points pt 7 ps 0.5 lc rgb '#0072B2' notitle, \
     'ranks-test-nll.tsv' index 1 using 1:3:($2-$1):(0) with vectors nohead lw 4 lc rgb '#D55E00' notitle

unset output
reset
format = format eq 'svg' ? 'png' : format eq 'png' ? 'pdf' : ''
if (strlen(format)) {
  load 'ranks-test-nll.gp'
}
if (exists("format")) { if (!strlen(format)) { undefine format } }
