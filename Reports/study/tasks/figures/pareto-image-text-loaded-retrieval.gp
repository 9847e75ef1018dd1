# Draws pareto-image-text-loaded-retrieval (svg, png, pdf) from pareto-image-text-loaded-retrieval.tsv: gnuplot pareto-image-text-loaded-retrieval.gp
# provenance: {"$schema":"pdmpbench-figure-1","arguments":["Suites/study/tasks.yaml"],"code_versions":["0.1.0"],"command":"pdmpbench run Suites/study/tasks.yaml","commits":["1469a0a85580914312d95067393a844e7979e857"],"figure":"pareto-image-text-loaded-retrieval","kind":"pareto","preset":"double","records":864,"records_of_uncommitted_changes":0,"records_sha256":"4a2db77c3c79f05bebbabb482c271efccbf056f664e4cb66490ce0916e2a5cf3","suite":"study-tasks","table_sha256":"409f28de6f935616c86a741e39ee1bb11e9a0a82cd27e982f51a25df87715641"}
set encoding utf8
if (!exists("format")) { format = 'svg' }
if (format eq 'svg') {
  set terminal svg size 840,480 fixed noenhanced font 'DejaVu Sans,12' background '#FFFFFF'
  set output 'pareto-image-text-loaded-retrieval.svg'
}
if (format eq 'png') {
  set terminal pngcairo size 1680,960 noenhanced font 'DejaVu Sans,9' fontscale 2 linewidth 2 pointscale 2 dashlength 1 background '#FFFFFF'
  set output 'pareto-image-text-loaded-retrieval.png'
}
if (format eq 'pdf') {
  set terminal pdfcairo size 17.5cm,10cm noenhanced font 'DejaVu Sans,8' fontscale 1 linewidth 1 pointscale 0.6
  set output 'pareto-image-text-loaded-retrieval.pdf'
}

set border 3 lw 0.8 lc rgb '#444444'
set tics nomirror out
set grid xtics ytics lc rgb '#DDDDDD' lt 1 lw 0.6
set key outside right top vertical Left reverse noenhanced samplen 3 maxcols 1
set datafile separator tab
set title 'Score against training cost: image-text, loaded, retrieval' noenhanced
set xrange [6.041880576:19.17866342]
set xlabel 'training cost of one run with those it needs first (GFLOP)'
set ylabel 'test/recall@1' noenhanced
set label 1 '1' at first 13.3353216, first 0.3388888889 left offset char 0.6, char 0.5 front tc rgb '#0072B2'
set label 2 '2' at first 12.8015616, first 0.2622222222 left offset char 0.6, char 0.5 front tc rgb '#D55E00'
set label 3 '3' at first 6.9478656, first 0.1294444444 left offset char 0.6, char 0.5 front tc rgb '#009E73'
set label 4 '4' at first 18.2726784, first 0.3963888889 left offset char 0.6, char 0.5 front tc rgb '#CC79A7'
set label 5 '5' at first 18.2726784, first 0.3080555556 left offset char 0.6, char 0.5 front tc rgb '#8A8A8A'
set label 6 '6' at first 13.578624, first 0.2483333333 left offset char 0.6, char 0.5 front tc rgb '#8A8A8A'
plot 'pareto-image-text-loaded-retrieval.tsv' index 0 using 1:2:3:4 with yerrorbars pt 7 ps 1 lw 1.1 lc rgb '#0072B2' title '1  joint', \
     'pareto-image-text-loaded-retrieval.tsv' index 1 using 1:2:3:4 with yerrorbars pt 5 ps 1 lw 1.1 lc rgb '#D55E00' title '2  unimodal (image)', \
     'pareto-image-text-loaded-retrieval.tsv' index 2 using 1:2:3:4 with yerrorbars pt 9 ps 1 lw 1.1 lc rgb '#009E73' title '3  unimodal (text)', \
     'pareto-image-text-loaded-retrieval.tsv' index 3 using 1:2:3:4 with yerrorbars pt 13 ps 1 lw 1.1 lc rgb '#CC79A7' title '4  pdmp', \
     'pareto-image-text-loaded-retrieval.tsv' index 4 using 1:2:3:4 with yerrorbars pt 10 ps 1 lw 1.1 lc rgb '#8A8A8A' title '5  pdmp (worst leads) (dominated)', \
     'pareto-image-text-loaded-retrieval.tsv' index 5 using 1:2:3:4 with yerrorbars pt 6 ps 1 lw 1.1 lc rgb '#8A8A8A' title '6  ogm (dominated)', \
     'pareto-image-text-loaded-retrieval.tsv' index 6 using 1:2 with steps lw 1 dt (4,4) lc rgb '#444444' title 'front'

unset output
reset
format = format eq 'svg' ? 'png' : format eq 'png' ? 'pdf' : ''
if (strlen(format)) {
  load 'pareto-image-text-loaded-retrieval.gp'
}
if (exists("format")) { if (!strlen(format)) { undefine format } }
