# Draws pareto-redundant-three (svg, png, pdf) from pareto-redundant-three.tsv: gnuplot pareto-redundant-three.gp
# provenance: {"$schema":"pdmpbench-figure-1","arguments":["Suites/study/modalities.yaml"],"code_versions":["0.1.0"],"command":"pdmpbench run Suites/study/modalities.yaml","commits":["1469a0a85580914312d95067393a844e7979e857"],"figure":"pareto-redundant-three","kind":"pareto","preset":"double","records":336,"records_of_uncommitted_changes":0,"records_sha256":"8afdda92a283817f092bff793c81c6d602f5427ccd5dea57320bee305a20cc23","suite":"study-modalities","table_sha256":"93c2b69b04fcfd783eb226c81301b414524fd77ef3e2e3fcbb3cf24d6d5aa20c"}
set encoding utf8
if (!exists("format")) { format = 'svg' }
if (format eq 'svg') {
  set terminal svg size 840,528 fixed noenhanced font 'DejaVu Sans,12' background '#FFFFFF'
  set output 'pareto-redundant-three.svg'
}
if (format eq 'png') {
  set terminal pngcairo size 1680,1056 noenhanced font 'DejaVu Sans,9' fontscale 2 linewidth 2 pointscale 2 dashlength 1 background '#FFFFFF'
  set output 'pareto-redundant-three.png'
}
if (format eq 'pdf') {
  set terminal pdfcairo size 17.5cm,11cm noenhanced font 'DejaVu Sans,8' fontscale 1 linewidth 1 pointscale 0.6
  set output 'pareto-redundant-three.pdf'
}

set border 3 lw 0.8 lc rgb '#444444'
set tics nomirror out
set grid xtics ytics lc rgb '#DDDDDD' lt 1 lw 0.6
set key outside right top vertical Left reverse noenhanced samplen 3 maxcols 1
set datafile separator tab
set title 'Score against training cost: redundant, three' noenhanced
set key tmargin center horizontal Left reverse noenhanced samplen 2.5 width 1 maxcols 4
set xrange [0.1661711037:1.844969472]
set xlabel 'training cost of one run with those it needs first (GFLOP)'
set ylabel 'test/accuracy' noenhanced
set yrange [*:0.8789639015<*]
set label 'unimodal (a)' at first 0.377856, first 0.7580728046 right offset char -0.7, 0 front noenhanced font ',7' tc rgb '#0072B2'
set label 'late-fusion' at first 1.133568, first 0.837501376 right offset char -0.7, 0 front noenhanced font ',7' tc rgb '#0072B2'
set label 'joint' at first 1.1418624, first 0.8606716108 right offset char -0.7, 0 front noenhanced font ',7' tc rgb '#0072B2'
set arrow from first 1.384769829, first 0.8178571429 to first 1.396347748, first 0.7995648522 nohead lw 0.6 lc rgb '#444444'
set label 'pdmp' at first 1.384769829, first 0.7995648522 left offset char 0.7, 0 front noenhanced font ',7' tc rgb '#444444'
plot 'pareto-redundant-three.tsv' index 0 using 1:2:3:4 with yerrorbars pt 6 ps 0.8 lw 0.9 lc rgb '#8A8A8A' title 'dominated', \
     'pareto-redundant-three.tsv' index 1 using 1:2:3:4 with yerrorbars pt 7 ps 1 lw 1.3 lc rgb '#0072B2' title 'not dominated', \
     'pareto-redundant-three.tsv' index 2 using 1:2 with steps lw 1 dt (4,4) lc rgb '#444444' title 'front'

unset output
reset
format = format eq 'svg' ? 'png' : format eq 'png' ? 'pdf' : ''
if (strlen(format)) {
  load 'pareto-redundant-three.gp'
}
if (exists("format")) { if (!strlen(format)) { undefine format } }
