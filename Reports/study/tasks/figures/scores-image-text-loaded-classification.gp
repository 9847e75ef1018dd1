# Draws scores-image-text-loaded-classification (svg, png, pdf) from scores-image-text-loaded-classification.tsv: gnuplot scores-image-text-loaded-classification.gp
# provenance: {"$schema":"pdmpbench-figure-1","arguments":["Suites/study/tasks.yaml"],"code_versions":["0.1.0"],"command":"pdmpbench run Suites/study/tasks.yaml","commits":["1469a0a85580914312d95067393a844e7979e857"],"figure":"scores-image-text-loaded-classification","kind":"scores","preset":"double","records":864,"records_of_uncommitted_changes":0,"records_sha256":"4a2db77c3c79f05bebbabb482c271efccbf056f664e4cb66490ce0916e2a5cf3","suite":"study-tasks","table_sha256":"de8538105e8fae64356a839e446c4e57421dd4c8e3e00d9fcc77c54e9ee8ef62"}
set encoding utf8
if (!exists("format")) { format = 'svg' }
if (format eq 'svg') {
  set terminal svg size 840,303 fixed noenhanced font 'DejaVu Sans,12' background '#FFFFFF'
  set output 'scores-image-text-loaded-classification.svg'
}
if (format eq 'png') {
  set terminal pngcairo size 1680,607 noenhanced font 'DejaVu Sans,9' fontscale 2 linewidth 2 pointscale 2 dashlength 1 background '#FFFFFF'
  set output 'scores-image-text-loaded-classification.png'
}
if (format eq 'pdf') {
  set terminal pdfcairo size 17.5cm,6.32cm noenhanced font 'DejaVu Sans,8' fontscale 1 linewidth 1 pointscale 0.6
  set output 'scores-image-text-loaded-classification.pdf'
}

set border 3 lw 0.8 lc rgb '#444444'
set tics nomirror out
set grid xtics lc rgb '#DDDDDD' lt 1 lw 0.6
set key outside right top vertical Left reverse noenhanced samplen 3 maxcols 1
set datafile separator tab
set title 'Scores: image-text, loaded, classification' noenhanced
unset key
set lmargin 19.5
set rmargin 4
set xlabel 'test/accuracy, mean and 95 % interval; circles: single runs; line: joint' noenhanced
set xtics 0.1
set xrange [0.222:0.7646666667]
set yrange [0.4:6.6]
set ytics noenhanced ('joint' 6, 'unimodal (image)' 5, 'unimodal (text)' 4, 'pdmp' 3, 'pdmp (worst leads)' 2, 'ogm' 1)
set arrow 1 from first 0.7122222222, graph 0 to first 0.7122222222, graph 1 nohead dt (4,4) lw 0.8 lc rgb '#444444'
plot 'scores-image-text-loaded-classification.tsv' index 1 using 2:1 with points pt 6 ps 0.5 lw 0.8 lc rgb '#8A8A8A', \
     'scores-image-text-loaded-classification.tsv' index 0 using 2:1:3:4 with xerrorbars pt 7 ps 0.8 lw 1.6 lc rgb '#0072B2'

unset output
reset
format = format eq 'svg' ? 'png' : format eq 'png' ? 'pdf' : ''
if (strlen(format)) {
  load 'scores-image-text-loaded-classification.gp'
}
if (exists("format")) { if (!strlen(format)) { undefine format } }
