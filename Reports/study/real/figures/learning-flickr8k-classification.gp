# Draws learning-flickr8k-classification (svg, png, pdf) from learning-flickr8k-classification.tsv: gnuplot learning-flickr8k-classification.gp
# provenance: {"$schema":"pdmpbench-figure-1","arguments":["Suites/study/real.yaml"],"code_versions":["0.1.0"],"command":"pdmpbench run Suites/study/real.yaml","commits":["1469a0a85580914312d95067393a844e7979e857"],"figure":"learning-flickr8k-classification","kind":"learning","preset":"double","records":576,"records_of_uncommitted_changes":0,"records_sha256":"29938df6e57361481ef67ee1e33aaa281e0bd6c1e1bf442a987a71a82de2de22","suite":"study-real","table_sha256":"8487a678ac98e4b0a4b19f265f0f367458ea3acd8e78f7b27a8bd81b4e61b8f1"}
set encoding utf8
if (!exists("format")) { format = 'svg' }
if (format eq 'svg') {
  set terminal svg size 840,456 fixed noenhanced font 'DejaVu Sans,12' background '#FFFFFF'
  set output 'learning-flickr8k-classification.svg'
}
if (format eq 'png') {
  set terminal pngcairo size 1680,912 noenhanced font 'DejaVu Sans,9' fontscale 2 linewidth 2 pointscale 2 dashlength 1 background '#FFFFFF'
  set output 'learning-flickr8k-classification.png'
}
if (format eq 'pdf') {
  set terminal pdfcairo size 17.5cm,9.5cm noenhanced font 'DejaVu Sans,8' fontscale 1 linewidth 1 pointscale 0.6
  set output 'learning-flickr8k-classification.pdf'
}

set border 3 lw 0.8 lc rgb '#444444'
set tics nomirror out
set grid ytics lc rgb '#DDDDDD' lt 1 lw 0.6
set key outside right top vertical Left reverse noenhanced samplen 3 maxcols 1
set datafile separator tab
set title 'Learning curves: flickr8k, classification' noenhanced
set xlabel 'epoch'
set ylabel 'validation/accuracy, mean over seeds' noenhanced
plot 'learning-flickr8k-classification.tsv' index 0 using 1:2 with lines lw 1.8 dt 1 lc rgb '#0072B2' title 'joint', \
     'learning-flickr8k-classification.tsv' index 1 using 1:2 with lines lw 1.8 dt (12,4) lc rgb '#D55E00' title 'unimodal (image)', \
     'learning-flickr8k-classification.tsv' index 2 using 1:2 with lines lw 1.8 dt (3,3) lc rgb '#009E73' title 'unimodal (text)', \
     'learning-flickr8k-classification.tsv' index 3 using 1:2 with lines lw 1.8 dt (12,4,3,4) lc rgb '#CC79A7' title 'late-fusion', \
     'learning-flickr8k-classification.tsv' index 4 using 1:2 with lines lw 1.8 dt (18,5) lc rgb '#E69F00' title 'pdmp', \
     'learning-flickr8k-classification.tsv' index 5 using 1:2 with lines lw 1.8 dt (6,3) lc rgb '#56B4E9' title 'pdmp (worst leads)', \
     'learning-flickr8k-classification.tsv' index 6 using 1:2 with lines lw 1.8 dt (12,3,3,3,3,3) lc rgb '#000000' title 'ogm', \
     'learning-flickr8k-classification.tsv' index 7 using 1:2 with lines lw 1.8 dt (2,5) lc rgb '#7F7F7F' title 'mmpareto'

unset output
reset
format = format eq 'svg' ? 'png' : format eq 'png' ? 'pdf' : ''
if (strlen(format)) {
  load 'learning-flickr8k-classification.gp'
}
if (exists("format")) { if (!strlen(format)) { undefine format } }
