# Draws pareto-complementary (svg, png, pdf) from pareto-complementary.tsv: gnuplot pareto-complementary.gp
# provenance: {"$schema":"pdmpbench-figure-1","arguments":["Suites/study/balance.yaml"],"code_versions":["0.1.0"],"command":"pdmpbench run Suites/study/balance.yaml","commits":["1469a0a85580914312d95067393a844e7979e857"],"figure":"pareto-complementary","kind":"pareto","preset":"double","records":504,"records_of_uncommitted_changes":0,"records_sha256":"d9092e713016286e88ec10587b1f9a801d90e3c024945ba3df005e30d53ef43c","suite":"study-balance","table_sha256":"33c92cee3077b800594811e281750df6ae0dca76149979a2cc4c131630a5932c"}
set encoding utf8
if (!exists("format")) { format = 'svg' }
if (format eq 'svg') {
  set terminal svg size 840,528 fixed noenhanced font 'DejaVu Sans,12' background '#FFFFFF'
  set output 'pareto-complementary.svg'
}
if (format eq 'png') {
  set terminal pngcairo size 1680,1056 noenhanced font 'DejaVu Sans,9' fontscale 2 linewidth 2 pointscale 2 dashlength 1 background '#FFFFFF'
  set output 'pareto-complementary.png'
}
if (format eq 'pdf') {
  set terminal pdfcairo size 17.5cm,11cm noenhanced font 'DejaVu Sans,8' fontscale 1 linewidth 1 pointscale 0.6
  set output 'pareto-complementary.pdf'
}

set border 3 lw 0.8 lc rgb '#444444'
set tics nomirror out
set grid xtics ytics lc rgb '#DDDDDD' lt 1 lw 0.6
set key outside right top vertical Left reverse noenhanced samplen 3 maxcols 1
set datafile separator tab
set title 'Score against training cost: complementary' noenhanced
set key tmargin center horizontal Left reverse noenhanced samplen 2.5 width 1 maxcols 4
set xrange [0.8088159744:0.8104352256]
set xlabel 'training cost of one run with those it needs first (GFLOP)'
set ylabel 'test/accuracy' noenhanced
set label 'pdmp 1/2' at first 0.8096256, first 0.623147017 right offset char -0.7, 0 front noenhanced font ',7' tc rgb '#0072B2'
set arrow from first 0.8096256, first 0.6180952381 to first 0.8096367672, first 0.6130907811 nohead lw 0.6 lc rgb '#444444'
set label 'joint' at first 0.8096256, first 0.6130907811 left offset char 0.7, 0 front noenhanced font ',7' tc rgb '#444444'
set arrow from first 0.8096256, first 0.5808571429 to first 0.8096367672, first 0.5758526859 nohead lw 0.6 lc rgb '#444444'
set label 'pdmp 1/64' at first 0.8096256, first 0.5758526859 left offset char 0.7, 0 front noenhanced font ',7' tc rgb '#444444'
plot 'pareto-complementary.tsv' index 0 using 1:2:3:4 with yerrorbars pt 6 ps 0.8 lw 0.9 lc rgb '#8A8A8A' title 'dominated', \
     'pareto-complementary.tsv' index 1 using 1:2:3:4 with yerrorbars pt 7 ps 1 lw 1.3 lc rgb '#0072B2' title 'not dominated', \
     'pareto-complementary.tsv' index 2 using 1:2 with steps lw 1 dt (4,4) lc rgb '#444444' title 'front'

unset output
reset
format = format eq 'svg' ? 'png' : format eq 'png' ? 'pdf' : ''
if (strlen(format)) {
  load 'pareto-complementary.gp'
}
if (exists("format")) { if (!strlen(format)) { undefine format } }
