# Draws dependency-flickr8k-dual-retrieval (svg, png, pdf) from dependency-flickr8k-dual-retrieval.tsv: gnuplot dependency-flickr8k-dual-retrieval.gp
# provenance: {"$schema":"pdmpbench-figure-1","arguments":["Suites/study/real.yaml"],"code_versions":["0.1.0"],"command":"pdmpbench run Suites/study/real.yaml","commits":["1469a0a85580914312d95067393a844e7979e857"],"figure":"dependency-flickr8k-dual-retrieval","kind":"dependency","preset":"double","records":576,"records_of_uncommitted_changes":0,"records_sha256":"29938df6e57361481ef67ee1e33aaa281e0bd6c1e1bf442a987a71a82de2de22","suite":"study-real","table_sha256":"7a68058400b7783c588329afb86358b689175283596142d1d0b16fccc3b1cf93"}
set encoding utf8
if (!exists("format")) { format = 'svg' }
if (format eq 'svg') {
  set terminal svg size 840,456 fixed noenhanced font 'DejaVu Sans,12' background '#FFFFFF'
  set output 'dependency-flickr8k-dual-retrieval.svg'
}
if (format eq 'png') {
  set terminal pngcairo size 1680,912 noenhanced font 'DejaVu Sans,9' fontscale 2 linewidth 2 pointscale 2 dashlength 1 background '#FFFFFF'
  set output 'dependency-flickr8k-dual-retrieval.png'
}
if (format eq 'pdf') {
  set terminal pdfcairo size 17.5cm,9.5cm noenhanced font 'DejaVu Sans,8' fontscale 1 linewidth 1 pointscale 0.6
  set output 'dependency-flickr8k-dual-retrieval.pdf'
}

set border 3 lw 0.8 lc rgb '#444444'
set tics nomirror out
set grid ytics lc rgb '#DDDDDD' lt 1 lw 0.6
set key outside right top vertical Left reverse noenhanced samplen 3 maxcols 1
set datafile separator tab
set title 'Dependency over training: flickr8k, dual-retrieval' noenhanced
set xlabel 'epoch'
set ylabel 'dependency on image (share), mean and range over seeds' noenhanced
set yrange [0:1]
set arrow 1 from graph 0, first 0.5 to graph 1, first 0.5 nohead dt (4,4) lw 0.8 lc rgb '#444444'
plot 'dependency-flickr8k-dual-retrieval.tsv' index 0 using 1:3:4 with filledcurves fc rgb '#0072B2' fs transparent solid 0.13 noborder notitle, \
     'dependency-flickr8k-dual-retrieval.tsv' index 1 using 1:3:4 with filledcurves fc rgb '#D55E00' fs transparent solid 0.13 noborder notitle, \
     'dependency-flickr8k-dual-retrieval.tsv' index 2 using 1:3:4 with filledcurves fc rgb '#009E73' fs transparent solid 0.13 noborder notitle, \
     'dependency-flickr8k-dual-retrieval.tsv' index 3 using 1:3:4 with filledcurves fc rgb '#CC79A7' fs transparent solid 0.13 noborder notitle, \
     'dependency-flickr8k-dual-retrieval.tsv' index 0 using 1:2 with lines lw 1.8 dt 1 lc rgb '#0072B2' title 'joint', \
     'dependency-flickr8k-dual-retrieval.tsv' index 1 using 1:2 with lines lw 1.8 dt (12,4) lc rgb '#D55E00' title 'pdmp', \
     'dependency-flickr8k-dual-retrieval.tsv' index 2 using 1:2 with lines lw 1.8 dt (3,3) lc rgb '#009E73' title 'pdmp (worst leads)', \
     'dependency-flickr8k-dual-retrieval.tsv' index 3 using 1:2 with lines lw 1.8 dt (12,4,3,4) lc rgb '#CC79A7' title 'ogm'

unset output
reset
format = format eq 'svg' ? 'png' : format eq 'png' ? 'pdf' : ''
if (strlen(format)) {
  load 'dependency-flickr8k-dual-retrieval.gp'
}
if (exists("format")) { if (!strlen(format)) { undefine format } }
