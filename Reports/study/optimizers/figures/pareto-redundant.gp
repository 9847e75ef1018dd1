# Draws pareto-redundant (svg, png, pdf) from pareto-redundant.tsv: gnuplot pareto-redundant.gp
# provenance: {"$schema":"pdmpbench-figure-1","arguments":["Suites/study/optimizers.yaml"],"code_versions":["0.1.0"],"command":"pdmpbench run Suites/study/optimizers.yaml","commits":["1469a0a85580914312d95067393a844e7979e857"],"figure":"pareto-redundant","kind":"pareto","preset":"double","records":280,"records_of_uncommitted_changes":0,"records_sha256":"ab65c27944ef615092a64842984065ccd7ac2ec753a5ba59fe8cca43c3537c85","suite":"study-optimizers","table_sha256":"702df431188a8f514a323431c6ab03917f289dfdd98751790e78f9559fb3b438"}
set encoding utf8
if (!exists("format")) { format = 'svg' }
if (format eq 'svg') {
  set terminal svg size 840,528 fixed noenhanced font 'DejaVu Sans,12' background '#FFFFFF'
  set output 'pareto-redundant.svg'
}
if (format eq 'png') {
  set terminal pngcairo size 1680,1056 noenhanced font 'DejaVu Sans,9' fontscale 2 linewidth 2 pointscale 2 dashlength 1 background '#FFFFFF'
  set output 'pareto-redundant.png'
}
if (format eq 'pdf') {
  set terminal pdfcairo size 17.5cm,11cm noenhanced font 'DejaVu Sans,8' fontscale 1 linewidth 1 pointscale 0.6
  set output 'pareto-redundant.pdf'
}

set border 3 lw 0.8 lc rgb '#444444'
set tics nomirror out
set grid xtics ytics lc rgb '#DDDDDD' lt 1 lw 0.6
set key outside right top vertical Left reverse noenhanced samplen 3 maxcols 1
set datafile separator tab
set title 'Score against training cost: redundant' noenhanced
set key tmargin center horizontal Left reverse noenhanced samplen 2.5 width 1 maxcols 4
set xrange [0.7604803584:0.7620028416]
set xlabel 'training cost of one run with those it needs first (GFLOP)'
set ylabel 'test/accuracy' noenhanced
set label 'joint under Adam' at first 0.7612416, first 0.8031909876 right offset char -0.7, 0 front noenhanced font ',7' tc rgb '#0072B2'
set label 'gradient under Adam' at first 0.7612416, first 0.8059705932 right offset char -0.7, 0 front noenhanced font ',7' tc rgb '#0072B2'
set arrow from first 0.7612416, first 0.7922857143 to first 0.7612520999, first 0.7900912888 nohead lw 0.6 lc rgb '#444444'
set label 'joint under SGD' at first 0.7612416, first 0.7900912888 left offset char 0.7, 0 front noenhanced font ',7' tc rgb '#444444'
set arrow from first 0.7612416, first 0.7888571429 to first 0.7612520999, first 0.7866627174 nohead lw 0.6 lc rgb '#444444'
set label 'gradient under SGD' at first 0.7612416, first 0.7866627174 left offset char 0.7, 0 front noenhanced font ',7' tc rgb '#444444'
set arrow from first 0.7612416, first 0.7865238095 to first 0.7612520999, first 0.7815497784 nohead lw 0.6 lc rgb '#444444'
set label 'joint under plain descent' at first 0.7612416, first 0.7815497784 left offset char 0.7, 0 front noenhanced font ',7' tc rgb '#444444'
set arrow from first 0.7612416, first 0.7910952381 to first 0.7612520999, first 0.7777823902 nohead lw 0.6 lc rgb '#444444'
set label 'gradient under plain descent' at first 0.7612416, first 0.7777823902 left offset char 0.7, 0 front noenhanced font ',7' tc rgb '#444444'
set arrow from first 0.7612416, first 0.800952381 to first 0.7612520999, first 0.7987579555 nohead lw 0.6 lc rgb '#444444'
set label 'joint under AdamW' at first 0.7612416, first 0.7987579555 left offset char 0.7, 0 front noenhanced font ',7' tc rgb '#444444'
set arrow from first 0.7612416, first 0.800952381 to first 0.7612520999, first 0.7959783499 nohead lw 0.6 lc rgb '#444444'
set label 'gradient under AdamW' at first 0.7612416, first 0.7959783499 left offset char 0.7, 0 front noenhanced font ',7' tc rgb '#444444'
plot 'pareto-redundant.tsv' index 0 using 1:2:3:4 with yerrorbars pt 6 ps 0.8 lw 0.9 lc rgb '#8A8A8A' title 'dominated', \
     'pareto-redundant.tsv' index 1 using 1:2:3:4 with yerrorbars pt 7 ps 1 lw 1.3 lc rgb '#0072B2' title 'not dominated', \
     'pareto-redundant.tsv' index 2 using 1:2 with steps lw 1 dt (4,4) lc rgb '#444444' title 'front'

unset output
reset
format = format eq 'svg' ? 'png' : format eq 'png' ? 'pdf' : ''
if (strlen(format)) {
  load 'pareto-redundant.gp'
}
if (exists("format")) { if (!strlen(format)) { undefine format } }
