# Draws pareto-image-text-generated-classification (svg, png, pdf) from pareto-image-text-generated-classification.tsv: gnuplot pareto-image-text-generated-classification.gp
# provenance: {"$schema":"pdmpbench-figure-1","arguments":["Suites/study/tasks.yaml"],"code_versions":["0.1.0"],"command":"pdmpbench run Suites/study/tasks.yaml","commits":["1469a0a85580914312d95067393a844e7979e857"],"figure":"pareto-image-text-generated-classification","kind":"pareto","preset":"double","records":864,"records_of_uncommitted_changes":0,"records_sha256":"4a2db77c3c79f05bebbabb482c271efccbf056f664e4cb66490ce0916e2a5cf3","suite":"study-tasks","table_sha256":"df3ee847ef0e92356f6aa2e77492673b15d141467b71433596183e20574a6832"}
set encoding utf8
if (!exists("format")) { format = 'svg' }
if (format eq 'svg') {
  set terminal svg size 840,480 fixed noenhanced font 'DejaVu Sans,12' background '#FFFFFF'
  set output 'pareto-image-text-generated-classification.svg'
}
if (format eq 'png') {
  set terminal pngcairo size 1680,960 noenhanced font 'DejaVu Sans,9' fontscale 2 linewidth 2 pointscale 2 dashlength 1 background '#FFFFFF'
  set output 'pareto-image-text-generated-classification.png'
}
if (format eq 'pdf') {
  set terminal pdfcairo size 17.5cm,10cm noenhanced font 'DejaVu Sans,8' fontscale 1 linewidth 1 pointscale 0.6
  set output 'pareto-image-text-generated-classification.pdf'
}

set border 3 lw 0.8 lc rgb '#444444'
set tics nomirror out
set grid xtics ytics lc rgb '#DDDDDD' lt 1 lw 0.6
set key outside right top vertical Left reverse noenhanced samplen 3 maxcols 1
set datafile separator tab
set title 'Score against training cost: image-text, generated, classification' noenhanced
set logscale x
set xrange [0.2159261538:10.4275392]
set xlabel 'training cost of one run with those it needs first (GFLOP, logarithmic)'
set ylabel 'test/accuracy' noenhanced
set label 1 '1' at first 6.417408, first 0.7541666667 left offset char 0.6, char 0.5 front tc rgb '#0072B2'
set label 2 '2' at first 6.1344, first 0.2980555556 left offset char 0.6, char 0.5 front tc rgb '#8A8A8A'
set label 3 '3' at first 0.280704, first 0.7536111111 left offset char 0.6, char 0.5 front tc rgb '#009E73'
set label 4 '4' at first 8.021184, first 0.7508333333 left offset char 0.6, char 0.5 front tc rgb '#8A8A8A'
set label 5 '5' at first 8.021184, first 0.7419444444 left offset char 0.6, char 0.5 front tc rgb '#8A8A8A'
set label 6 '6' at first 6.427648, first 0.6783333333 left offset char 0.6, char 0.5 front tc rgb '#8A8A8A'
plot 'pareto-image-text-generated-classification.tsv' index 0 using 1:2:3:4 with yerrorbars pt 7 ps 1 lw 1.1 lc rgb '#0072B2' title '1  joint', \
     'pareto-image-text-generated-classification.tsv' index 1 using 1:2:3:4 with yerrorbars pt 4 ps 1 lw 1.1 lc rgb '#8A8A8A' title '2  unimodal (image) (dominated)', \
     'pareto-image-text-generated-classification.tsv' index 2 using 1:2:3:4 with yerrorbars pt 9 ps 1 lw 1.1 lc rgb '#009E73' title '3  unimodal (text)', \
     'pareto-image-text-generated-classification.tsv' index 3 using 1:2:3:4 with yerrorbars pt 12 ps 1 lw 1.1 lc rgb '#8A8A8A' title '4  pdmp (dominated)', \
     'pareto-image-text-generated-classification.tsv' index 4 using 1:2:3:4 with yerrorbars pt 10 ps 1 lw 1.1 lc rgb '#8A8A8A' title '5  pdmp (worst leads) (dominated)', \
     'pareto-image-text-generated-classification.tsv' index 5 using 1:2:3:4 with yerrorbars pt 6 ps 1 lw 1.1 lc rgb '#8A8A8A' title '6  ogm (dominated)', \
     'pareto-image-text-generated-classification.tsv' index 6 using 1:2 with steps lw 1 dt (4,4) lc rgb '#444444' title 'front'

unset output
reset
format = format eq 'svg' ? 'png' : format eq 'png' ? 'pdf' : ''
if (strlen(format)) {
  load 'pareto-image-text-generated-classification.gp'
}
if (exists("format")) { if (!strlen(format)) { undefine format } }
