# Draws dependency-image-text-generated-classification (svg, png, pdf) from dependency-image-text-generated-classification.tsv: gnuplot dependency-image-text-generated-classification.gp
# provenance: {"$schema":"pdmpbench-figure-1","arguments":["Suites/study/tasks.yaml"],"code_versions":["0.1.0"],"command":"pdmpbench run Suites/study/tasks.yaml","commits":["1469a0a85580914312d95067393a844e7979e857"],"figure":"dependency-image-text-generated-classification","kind":"dependency","preset":"double","records":864,"records_of_uncommitted_changes":0,"records_sha256":"4a2db77c3c79f05bebbabb482c271efccbf056f664e4cb66490ce0916e2a5cf3","suite":"study-tasks","table_sha256":"72c1e1f02366e4d8196db59d773f7a5e0f7f3ddbb013a863b404d311ae412390"}
set encoding utf8
if (!exists("format")) { format = 'svg' }
if (format eq 'svg') {
  set terminal svg size 840,456 fixed noenhanced font 'DejaVu Sans,12' background '#FFFFFF'
  set output 'dependency-image-text-generated-classification.svg'
}
if (format eq 'png') {
  set terminal pngcairo size 1680,912 noenhanced font 'DejaVu Sans,9' fontscale 2 linewidth 2 pointscale 2 dashlength 1 background '#FFFFFF'
  set output 'dependency-image-text-generated-classification.png'
}
if (format eq 'pdf') {
  set terminal pdfcairo size 17.5cm,9.5cm noenhanced font 'DejaVu Sans,8' fontscale 1 linewidth 1 pointscale 0.6
  set output 'dependency-image-text-generated-classification.pdf'
}

set border 3 lw 0.8 lc rgb '#444444'
set tics nomirror out
set grid ytics lc rgb '#DDDDDD' lt 1 lw 0.6
set key outside right top vertical Left reverse noenhanced samplen 3 maxcols 1
set datafile separator tab
set title 'Dependency over training: image-text, generated, classification' noenhanced
set xlabel 'epoch'
set ylabel 'dependency on image (share), mean and range over seeds' noenhanced
set yrange [0:1]
set arrow 1 from graph 0, first 0.5 to graph 1, first 0.5 nohead dt (4,4) lw 0.8 lc rgb '#444444'
plot 'dependency-image-text-generated-classification.tsv' index 0 using 1:3:4 with filledcurves fc rgb '#0072B2' fs transparent solid 0.13 noborder notitle, \
     'dependency-image-text-generated-classification.tsv' index 1 using 1:3:4 with filledcurves fc rgb '#D55E00' fs transparent solid 0.13 noborder notitle, \
     'dependency-image-text-generated-classification.tsv' index 2 using 1:3:4 with filledcurves fc rgb '#009E73' fs transparent solid 0.13 noborder notitle, \
     'dependency-image-text-generated-classification.tsv' index 3 using 1:3:4 with filledcurves fc rgb '#CC79A7' fs transparent solid 0.13 noborder notitle, \
     'dependency-image-text-generated-classification.tsv' index 0 using 1:2 with lines lw 1.8 dt 1 lc rgb '#0072B2' title 'joint', \
     'dependency-image-text-generated-classification.tsv' index 1 using 1:2 with lines lw 1.8 dt (12,4) lc rgb '#D55E00' title 'pdmp', \
     'dependency-image-text-generated-classification.tsv' index 2 using 1:2 with lines lw 1.8 dt (3,3) lc rgb '#009E73' title 'pdmp (worst leads)', \
     'dependency-image-text-generated-classification.tsv' index 3 using 1:2 with lines lw 1.8 dt (12,4,3,4) lc rgb '#CC79A7' title 'ogm'

unset output
reset
format = format eq 'svg' ? 'png' : format eq 'png' ? 'pdf' : ''
if (strlen(format)) {
  load 'dependency-image-text-generated-classification.gp'
}
if (exists("format")) { if (!strlen(format)) { undefine format } }
