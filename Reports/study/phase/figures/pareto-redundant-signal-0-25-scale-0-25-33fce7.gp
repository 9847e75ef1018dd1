# Draws pareto-redundant-signal-0-25-scale-0-25-33fce7 (svg, png, pdf) from pareto-redundant-signal-0-25-scale-0-25-33fce7.tsv: gnuplot pareto-redundant-signal-0-25-scale-0-25-33fce7.gp
# provenance: {"$schema":"pdmpbench-figure-1","arguments":["Suites/study/phase.yaml"],"code_versions":["0.1.0"],"command":"pdmpbench run Suites/study/phase.yaml","commits":["1469a0a85580914312d95067393a844e7979e857"],"figure":"pareto-redundant-signal-0-25-scale-0-25-33fce7","kind":"pareto","preset":"double","records":8448,"records_of_uncommitted_changes":0,"records_sha256":"7d2db026f50da26cad2d58a0636d4d996a7f0dc70cb8c91547eb8066cf41d6ad","suite":"study-phase","table_sha256":"ee75be87bac8a3abb3fd5884ed146ee848e838a9e401d0a461cd63f6fae550c4"}
set encoding utf8
if (!exists("format")) { format = 'svg' }
if (format eq 'svg') {
  set terminal svg size 840,528 fixed noenhanced font 'DejaVu Sans,12' background '#FFFFFF'
  set output 'pareto-redundant-signal-0-25-scale-0-25-33fce7.svg'
}
if (format eq 'png') {
  set terminal pngcairo size 1680,1056 noenhanced font 'DejaVu Sans,9' fontscale 2 linewidth 2 pointscale 2 dashlength 1 background '#FFFFFF'
  set output 'pareto-redundant-signal-0-25-scale-0-25-33fce7.png'
}
if (format eq 'pdf') {
  set terminal pdfcairo size 17.5cm,11cm noenhanced font 'DejaVu Sans,8' fontscale 1 linewidth 1 pointscale 0.6
  set output 'pareto-redundant-signal-0-25-scale-0-25-33fce7.pdf'
}

set border 3 lw 0.8 lc rgb '#444444'
set tics nomirror out
set grid xtics ytics lc rgb '#DDDDDD' lt 1 lw 0.6
set key outside right top vertical Left reverse noenhanced samplen 3 maxcols 1
set datafile separator tab
set title 'Score against training cost: redundant, signal 0.25, scale 0.25' noenhanced
set key tmargin center horizontal Left reverse noenhanced samplen 2.5 width 1 maxcols 4
set xrange [0.1714388133:0.814655488]
set xlabel 'training cost of one run with those it needs first (GFLOP)'
set ylabel 'test/accuracy' noenhanced
set yrange [*:0.8054164932<*]
set label 'unimodal (a)' at first 0.252544, first 0.7859014967 right offset char -0.7, 0 front noenhanced font ',7' tc rgb '#0072B2'
set arrow from first 0.5088256, first 0.7486875 to first 0.5132615771, first 0.7291725035 nohead lw 0.6 lc rgb '#444444'
set label 'joint' at first 0.5088256, first 0.7291725035 left offset char 0.7, 0 front noenhanced font ',7' tc rgb '#444444'
set arrow from first 0.6035296, first 0.754375 to first 0.6079655771, first 0.7348600035 nohead lw 0.6 lc rgb '#444444'
set label 'pdmp' at first 0.6035296, first 0.7348600035 left offset char 0.7, 0 front noenhanced font ',7' tc rgb '#444444'
plot 'pareto-redundant-signal-0-25-scale-0-25-33fce7.tsv' index 0 using 1:2:3:4 with yerrorbars pt 6 ps 0.8 lw 0.9 lc rgb '#8A8A8A' title 'dominated', \
     'pareto-redundant-signal-0-25-scale-0-25-33fce7.tsv' index 1 using 1:2:3:4 with yerrorbars pt 7 ps 1 lw 1.3 lc rgb '#0072B2' title 'not dominated', \
     'pareto-redundant-signal-0-25-scale-0-25-33fce7.tsv' index 2 using 1:2 with steps lw 1 dt (4,4) lc rgb '#444444' title 'front'

unset output
reset
format = format eq 'svg' ? 'png' : format eq 'png' ? 'pdf' : ''
if (strlen(format)) {
  load 'pareto-redundant-signal-0-25-scale-0-25-33fce7.gp'
}
if (exists("format")) { if (!strlen(format)) { undefine format } }
