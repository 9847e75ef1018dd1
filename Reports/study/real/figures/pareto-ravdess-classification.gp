# Draws pareto-ravdess-classification (svg, png, pdf) from pareto-ravdess-classification.tsv: gnuplot pareto-ravdess-classification.gp
# provenance: {"$schema":"pdmpbench-figure-1","arguments":["Suites/study/real.yaml"],"code_versions":["0.1.0"],"command":"pdmpbench run Suites/study/real.yaml","commits":["1469a0a85580914312d95067393a844e7979e857"],"figure":"pareto-ravdess-classification","kind":"pareto","preset":"double","records":576,"records_of_uncommitted_changes":0,"records_sha256":"29938df6e57361481ef67ee1e33aaa281e0bd6c1e1bf442a987a71a82de2de22","suite":"study-real","table_sha256":"b6c55eeced67cc82d62c1b1fa7a258b0e7fba815ed30d62738710622a992188c"}
set encoding utf8
if (!exists("format")) { format = 'svg' }
if (format eq 'svg') {
  set terminal svg size 840,480 fixed noenhanced font 'DejaVu Sans,12' background '#FFFFFF'
  set output 'pareto-ravdess-classification.svg'
}
if (format eq 'png') {
  set terminal pngcairo size 1680,960 noenhanced font 'DejaVu Sans,9' fontscale 2 linewidth 2 pointscale 2 dashlength 1 background '#FFFFFF'
  set output 'pareto-ravdess-classification.png'
}
if (format eq 'pdf') {
  set terminal pdfcairo size 17.5cm,10cm noenhanced font 'DejaVu Sans,8' fontscale 1 linewidth 1 pointscale 0.6
  set output 'pareto-ravdess-classification.pdf'
}

set border 3 lw 0.8 lc rgb '#444444'
set tics nomirror out
set grid xtics ytics lc rgb '#DDDDDD' lt 1 lw 0.6
set key outside right top vertical Left reverse noenhanced samplen 3 maxcols 1
set datafile separator tab
set title 'Score against training cost: ravdess, classification' noenhanced
set logscale x
set xrange [0.1495355077:2.551750656]
set xlabel 'training cost of one run with those it needs first (GFLOP, logarithmic)'
set ylabel 'test/accuracy' noenhanced
set label 1 '1' at first 1.33251072, first 0.4736111111 left offset char 0.6, char 0.5 front tc rgb '#0072B2'
set label 2 '2' at first 1.13025024, first 0.2979166667 left offset char 0.6, char 0.5 front tc rgb '#8A8A8A'
set label 3 '3' at first 0.19439616, first 0.3902777778 left offset char 0.6, char 0.5 front tc rgb '#009E73'
set label 4 '4' at first 1.3246464, first 0.4663194444 left offset char 0.6, char 0.5 front tc rgb '#CC79A7'
set label 5 '5' at first 1.66367232, first 0.4600694444 left offset char 0.6, char 0.5 front tc rgb '#8A8A8A'
set label 6 '6' at first 1.66367232, first 0.4763888889 left offset char 0.6, char 0.5 front tc rgb '#56B4E9'
set label 7 '7' at first 1.36200192, first 0.4694444444 left offset char 0.6, char 0.5 front tc rgb '#8A8A8A'
set label 8 '8' at first 1.96288512, first 0.4756944444 left offset char 0.6, char 0.5 front tc rgb '#8A8A8A'
plot 'pareto-ravdess-classification.tsv' index 0 using 1:2:3:4 with yerrorbars pt 7 ps 1 lw 1.1 lc rgb '#0072B2' title '1  joint', \
     'pareto-ravdess-classification.tsv' index 1 using 1:2:3:4 with yerrorbars pt 4 ps 1 lw 1.1 lc rgb '#8A8A8A' title '2  unimodal (audio) (dominated)', \
     'pareto-ravdess-classification.tsv' index 2 using 1:2:3:4 with yerrorbars pt 9 ps 1 lw 1.1 lc rgb '#009E73' title '3  unimodal (visual)', \
     'pareto-ravdess-classification.tsv' index 3 using 1:2:3:4 with yerrorbars pt 13 ps 1 lw 1.1 lc rgb '#CC79A7' title '4  late-fusion', \
     'pareto-ravdess-classification.tsv' index 4 using 1:2:3:4 with yerrorbars pt 10 ps 1 lw 1.1 lc rgb '#8A8A8A' title '5  pdmp (dominated)', \
     'pareto-ravdess-classification.tsv' index 5 using 1:2:3:4 with yerrorbars pt 7 ps 1 lw 1.1 lc rgb '#56B4E9' title '6  pdmp (worst leads)', \
     'pareto-ravdess-classification.tsv' index 6 using 1:2:3:4 with yerrorbars pt 4 ps 1 lw 1.1 lc rgb '#8A8A8A' title '7  ogm (dominated)', \
     'pareto-ravdess-classification.tsv' index 7 using 1:2:3:4 with yerrorbars pt 8 ps 1 lw 1.1 lc rgb '#8A8A8A' title '8  mmpareto (dominated)', \
     'pareto-ravdess-classification.tsv' index 8 using 1:2 with steps lw 1 dt (4,4) lc rgb '#444444' title 'front'

unset output
reset
format = format eq 'svg' ? 'png' : format eq 'png' ? 'pdf' : ''
if (strlen(format)) {
  load 'pareto-ravdess-classification.gp'
}
if (exists("format")) { if (!strlen(format)) { undefine format } }
