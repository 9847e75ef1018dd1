# Draws pareto-stamps-classification (svg, png, pdf) from pareto-stamps-classification.tsv: gnuplot pareto-stamps-classification.gp
# provenance: {"$schema":"pdmpbench-figure-1","arguments":["Suites/study/real.yaml"],"code_versions":["0.1.0"],"command":"pdmpbench run Suites/study/real.yaml","commits":["1469a0a85580914312d95067393a844e7979e857"],"figure":"pareto-stamps-classification","kind":"pareto","preset":"double","records":576,"records_of_uncommitted_changes":0,"records_sha256":"29938df6e57361481ef67ee1e33aaa281e0bd6c1e1bf442a987a71a82de2de22","suite":"study-real","table_sha256":"5905975706a0f5018f01c1a57bec992bbada9ae13a2760600b2ceb5b86c07ded"}
set encoding utf8
if (!exists("format")) { format = 'svg' }
if (format eq 'svg') {
  set terminal svg size 840,480 fixed noenhanced font 'DejaVu Sans,12' background '#FFFFFF'
  set output 'pareto-stamps-classification.svg'
}
if (format eq 'png') {
  set terminal pngcairo size 1680,960 noenhanced font 'DejaVu Sans,9' fontscale 2 linewidth 2 pointscale 2 dashlength 1 background '#FFFFFF'
  set output 'pareto-stamps-classification.png'
}
if (format eq 'pdf') {
  set terminal pdfcairo size 17.5cm,10cm noenhanced font 'DejaVu Sans,8' fontscale 1 linewidth 1 pointscale 0.6
  set output 'pareto-stamps-classification.pdf'
}

set border 3 lw 0.8 lc rgb '#444444'
set tics nomirror out
set grid xtics ytics lc rgb '#DDDDDD' lt 1 lw 0.6
set key outside right top vertical Left reverse noenhanced samplen 3 maxcols 1
set datafile separator tab
set title 'Score against training cost: stamps, classification' noenhanced
set logscale x
set xrange [0.1496920615:18.31477939]
set xlabel 'training cost of one run with those it needs first (GFLOP, logarithmic)'
set ylabel 'test/accuracy' noenhanced
set label 1 '1' at first 8.82459648, first 0.5703828829 left offset char 0.6, char 0.5 front tc rgb '#8A8A8A'
set label 2 '2' at first 8.628, first 0.5315315315 left offset char 0.6, char 0.5 front tc rgb '#8A8A8A'
set label 3 '3' at first 0.19459968, first 0.5602477477 left offset char 0.6, char 0.5 front tc rgb '#009E73'
set label 4 '4' at first 8.82259968, first 0.5861486486 left offset char 0.6, char 0.5 front tc rgb '#CC79A7'
set label 5 '5' at first 11.0302464, first 0.6052927928 left offset char 0.6, char 0.5 front tc rgb '#E69F00'
set label 6 '6' at first 11.0302464, first 0.5472972973 left offset char 0.6, char 0.5 front tc rgb '#8A8A8A'
set label 7 '7' at first 8.8357248, first 0.5332207207 left offset char 0.6, char 0.5 front tc rgb '#8A8A8A'
set label 8 '8' at first 14.08829184, first 0.5754504505 left offset char 0.6, char 0.5 front tc rgb '#8A8A8A'
plot 'pareto-stamps-classification.tsv' index 0 using 1:2:3:4 with yerrorbars pt 6 ps 1 lw 1.1 lc rgb '#8A8A8A' title '1  joint (dominated)', \
     'pareto-stamps-classification.tsv' index 1 using 1:2:3:4 with yerrorbars pt 4 ps 1 lw 1.1 lc rgb '#8A8A8A' title '2  unimodal (image) (dominated)', \
     'pareto-stamps-classification.tsv' index 2 using 1:2:3:4 with yerrorbars pt 9 ps 1 lw 1.1 lc rgb '#009E73' title '3  unimodal (text)', \
     'pareto-stamps-classification.tsv' index 3 using 1:2:3:4 with yerrorbars pt 13 ps 1 lw 1.1 lc rgb '#CC79A7' title '4  late-fusion', \
     'pareto-stamps-classification.tsv' index 4 using 1:2:3:4 with yerrorbars pt 11 ps 1 lw 1.1 lc rgb '#E69F00' title '5  pdmp', \
     'pareto-stamps-classification.tsv' index 5 using 1:2:3:4 with yerrorbars pt 6 ps 1 lw 1.1 lc rgb '#8A8A8A' title '6  pdmp (worst leads) (dominated)', \
     'pareto-stamps-classification.tsv' index 6 using 1:2:3:4 with yerrorbars pt 4 ps 1 lw 1.1 lc rgb '#8A8A8A' title '7  ogm (dominated)', \
     'pareto-stamps-classification.tsv' index 7 using 1:2:3:4 with yerrorbars pt 8 ps 1 lw 1.1 lc rgb '#8A8A8A' title '8  mmpareto (dominated)', \
     'pareto-stamps-classification.tsv' index 8 using 1:2 with steps lw 1 dt (4,4) lc rgb '#444444' title 'front'

unset output
reset
format = format eq 'svg' ? 'png' : format eq 'png' ? 'pdf' : ''
if (strlen(format)) {
  load 'pareto-stamps-classification.gp'
}
if (exists("format")) { if (!strlen(format)) { undefine format } }
