# Draws learning-redundant (svg, png, pdf) from learning-redundant.tsv: gnuplot learning-redundant.gp
# provenance: {"$schema":"pdmpbench-figure-1","arguments":["Suites/study/optimizers.yaml"],"code_versions":["0.1.0"],"command":"pdmpbench run Suites/study/optimizers.yaml","commits":["1469a0a85580914312d95067393a844e7979e857"],"figure":"learning-redundant","kind":"learning","preset":"double","records":280,"records_of_uncommitted_changes":0,"records_sha256":"ab65c27944ef615092a64842984065ccd7ac2ec753a5ba59fe8cca43c3537c85","suite":"study-optimizers","table_sha256":"ae46e19d881807bc62efdc8cf218a701de3c11f6d7a29c794785f27bc7e1400b"}
set encoding utf8
if (!exists("format")) { format = 'svg' }
if (format eq 'svg') {
  set terminal svg size 840,456 fixed noenhanced font 'DejaVu Sans,12' background '#FFFFFF'
  set output 'learning-redundant.svg'
}
if (format eq 'png') {
  set terminal pngcairo size 1680,912 noenhanced font 'DejaVu Sans,9' fontscale 2 linewidth 2 pointscale 2 dashlength 1 background '#FFFFFF'
  set output 'learning-redundant.png'
}
if (format eq 'pdf') {
  set terminal pdfcairo size 17.5cm,9.5cm noenhanced font 'DejaVu Sans,8' fontscale 1 linewidth 1 pointscale 0.6
  set output 'learning-redundant.pdf'
}

set border 3 lw 0.8 lc rgb '#444444'
set tics nomirror out
set grid ytics lc rgb '#DDDDDD' lt 1 lw 0.6
set key outside right top vertical Left reverse noenhanced samplen 3 maxcols 1
set datafile separator tab
set title 'Learning curves: redundant (8 of 10 strategies)' noenhanced
set xlabel 'epoch'
set ylabel 'validation/accuracy, mean over seeds' noenhanced
plot 'learning-redundant.tsv' index 0 using 1:2 with lines lw 1.8 dt 1 lc rgb '#0072B2' title 'joint under SGD', \
     'learning-redundant.tsv' index 1 using 1:2 with lines lw 1.8 dt (12,4) lc rgb '#D55E00' title 'gradient under SGD', \
     'learning-redundant.tsv' index 2 using 1:2 with lines lw 1.8 dt (3,3) lc rgb '#009E73' title 'joint under plain descent', \
     'learning-redundant.tsv' index 3 using 1:2 with lines lw 1.8 dt (12,4,3,4) lc rgb '#CC79A7' title 'gradient under plain descent', \
     'learning-redundant.tsv' index 4 using 1:2 with lines lw 1.8 dt (18,5) lc rgb '#E69F00' title 'joint under Adam', \
     'learning-redundant.tsv' index 5 using 1:2 with lines lw 1.8 dt (6,3) lc rgb '#56B4E9' title 'gradient under Adam', \
     'learning-redundant.tsv' index 6 using 1:2 with lines lw 1.8 dt (12,3,3,3,3,3) lc rgb '#000000' title 'joint under AdamW', \
     'learning-redundant.tsv' index 7 using 1:2 with lines lw 1.8 dt (2,5) lc rgb '#7F7F7F' title 'gradient under AdamW'

unset output
reset
format = format eq 'svg' ? 'png' : format eq 'png' ? 'pdf' : ''
if (strlen(format)) {
  load 'learning-redundant.gp'
}
if (exists("format")) { if (!strlen(format)) { undefine format } }
