# Draws pareto-flickr8k-dual-retrieval (svg, png, pdf) from pareto-flickr8k-dual-retrieval.tsv: gnuplot pareto-flickr8k-dual-retrieval.gp
# provenance: {"$schema":"pdmpbench-figure-1","arguments":["Suites/study/real.yaml"],"code_versions":["0.1.0"],"command":"pdmpbench run Suites/study/real.yaml","commits":["1469a0a85580914312d95067393a844e7979e857"],"figure":"pareto-flickr8k-dual-retrieval","kind":"pareto","preset":"double","records":576,"records_of_uncommitted_changes":0,"records_sha256":"29938df6e57361481ef67ee1e33aaa281e0bd6c1e1bf442a987a71a82de2de22","suite":"study-real","table_sha256":"0c1bd53f1d228f2dc0b3306b853eba4eae703e4966a0a336b4c63b7d25f1a455"}
set encoding utf8
if (!exists("format")) { format = 'svg' }
if (format eq 'svg') {
  set terminal svg size 840,480 fixed noenhanced font 'DejaVu Sans,12' background '#FFFFFF'
  set output 'pareto-flickr8k-dual-retrieval.svg'
}
if (format eq 'png') {
  set terminal pngcairo size 1680,960 noenhanced font 'DejaVu Sans,9' fontscale 2 linewidth 2 pointscale 2 dashlength 1 background '#FFFFFF'
  set output 'pareto-flickr8k-dual-retrieval.png'
}
if (format eq 'pdf') {
  set terminal pdfcairo size 17.5cm,10cm noenhanced font 'DejaVu Sans,8' fontscale 1 linewidth 1 pointscale 0.6
  set output 'pareto-flickr8k-dual-retrieval.pdf'
}

set border 3 lw 0.8 lc rgb '#444444'
set tics nomirror out
set grid xtics ytics lc rgb '#DDDDDD' lt 1 lw 0.6
set key outside right top vertical Left reverse noenhanced samplen 3 maxcols 1
set datafile separator tab
set title 'Score against training cost: flickr8k, dual-retrieval' noenhanced
set xrange [17.6631552:52.77243904]
set xlabel 'training cost of one run with those it needs first (GFLOP)'
set ylabel 'test/recall@1' noenhanced
plot 'pareto-flickr8k-dual-retrieval.tsv' index 0 using 1:2:3:4 with yerrorbars pt 7 ps 1 lw 1.1 lc rgb '#0072B2' title 'joint', \
     'pareto-flickr8k-dual-retrieval.tsv' index 1 using 1:2:3:4 with yerrorbars pt 4 ps 1 lw 1.1 lc rgb '#8A8A8A' title 'pdmp (dominated)', \
     'pareto-flickr8k-dual-retrieval.tsv' index 2 using 1:2:3:4 with yerrorbars pt 8 ps 1 lw 1.1 lc rgb '#8A8A8A' title 'pdmp (worst leads) (dominated)', \
     'pareto-flickr8k-dual-retrieval.tsv' index 3 using 1:2:3:4 with yerrorbars pt 12 ps 1 lw 1.1 lc rgb '#8A8A8A' title 'ogm (dominated)', \
     'pareto-flickr8k-dual-retrieval.tsv' index 4 using 1:2 with steps lw 1 dt (4,4) lc rgb '#444444' title 'front'

unset output
reset
format = format eq 'svg' ? 'png' : format eq 'png' ? 'pdf' : ''
if (strlen(format)) {
  load 'pareto-flickr8k-dual-retrieval.gp'
}
if (exists("format")) { if (!strlen(format)) { undefine format } }
