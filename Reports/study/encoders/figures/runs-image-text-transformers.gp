# Draws runs-image-text-transformers (svg, png, pdf) from runs-image-text-transformers.tsv: gnuplot runs-image-text-transformers.gp
# provenance: {"$schema":"pdmpbench-figure-1","arguments":["Suites/study/encoders.yaml"],"code_versions":["0.1.0"],"command":"pdmpbench run Suites/study/encoders.yaml","commits":["1469a0a85580914312d95067393a844e7979e857"],"figure":"runs-image-text-transformers","kind":"runs","preset":"double","records":420,"records_of_uncommitted_changes":0,"records_sha256":"e2ccae774d2df125f236b38f0f9c45058d98b2ceff60366f5e6839ff4f10913a","suite":"study-encoders","table_sha256":"980c556ed34776f96c5a915295b77edaab88419958473b0078fe13cde7e08829"}
set encoding utf8
if (!exists("format")) { format = 'svg' }
if (format eq 'svg') {
  set terminal svg size 840,456 fixed noenhanced font 'DejaVu Sans,12' background '#FFFFFF'
  set output 'runs-image-text-transformers.svg'
}
if (format eq 'png') {
  set terminal pngcairo size 1680,912 noenhanced font 'DejaVu Sans,9' fontscale 2 linewidth 2 pointscale 2 dashlength 1 background '#FFFFFF'
  set output 'runs-image-text-transformers.png'
}
if (format eq 'pdf') {
  set terminal pdfcairo size 17.5cm,9.5cm noenhanced font 'DejaVu Sans,8' fontscale 1 linewidth 1 pointscale 0.6
  set output 'runs-image-text-transformers.pdf'
}

set border 3 lw 0.8 lc rgb '#444444'
set tics nomirror out
set grid ytics lc rgb '#DDDDDD' lt 1 lw 0.6
set key outside right top vertical Left reverse noenhanced samplen 3 maxcols 1
set datafile separator tab
set title 'All runs: image-text, transformers' noenhanced
unset key
set ylabel 'test/accuracy' noenhanced
set yrange [0.1822:0.7278]
set xrange [0.4:6.6]
set xtics rotate by -30 noenhanced ('joint' 1, 'joint (rate × 2)' 2, 'unimodal (image)' 3, 'unimodal (text)' 4, 'ogm-ge' 5, 'pdmp' 6)
plot 'runs-image-text-transformers.tsv' index 2 using 1:2 with filledcurves closed fc rgb '#0072B2' fs transparent solid 0.3 border lc rgb '#777777' notitle, \
     'runs-image-text-transformers.tsv' index 3 using 1:2 with filledcurves closed fc rgb '#D55E00' fs transparent solid 0.3 border lc rgb '#777777' notitle, \
     'runs-image-text-transformers.tsv' index 4 using 1:2 with filledcurves closed fc rgb '#009E73' fs transparent solid 0.3 border lc rgb '#777777' notitle, \
     'runs-image-text-transformers.tsv' index 5 using 1:2 with filledcurves closed fc rgb '#CC79A7' fs transparent solid 0.3 border lc rgb '#777777' notitle, \
     'runs-image-text-transformers.tsv' index 6 using 1:2 with filledcurves closed fc rgb '#E69F00' fs transparent solid 0.3 border lc rgb '#777777' notitle, \
     'runs-image-text-transformers.tsv' index 7 using 1:2 with filledcurves closed fc rgb '#56B4E9' fs transparent solid 0.3 border lc rgb '#777777' notitle, \
     'runs-image-text-transformers.tsv' index 0 using 1:3:2:6:5:(0.14) with candlesticks lw 1.1 lc rgb '#222222' fs empty notitle whiskerbars 0.6, \
     'runs-image-text-transformers.tsv' index 0 using 1:4:4:4:4:(0.14) with candlesticks lw 2.2 lc rgb '#222222' notitle, \
     'runs-image-text-transformers.tsv' index 1 using 1:2 with points pt 6 ps 0.4 lc rgb '#444444' notitle

unset output
reset
format = format eq 'svg' ? 'png' : format eq 'png' ? 'pdf' : ''
if (strlen(format)) {
  load 'runs-image-text-transformers.gp'
}
if (exists("format")) { if (!strlen(format)) { undefine format } }
