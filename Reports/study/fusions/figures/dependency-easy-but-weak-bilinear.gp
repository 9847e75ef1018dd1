# Draws dependency-easy-but-weak-bilinear (svg, png, pdf) from dependency-easy-but-weak-bilinear.tsv: gnuplot dependency-easy-but-weak-bilinear.gp
# provenance: {"$schema":"pdmpbench-figure-1","arguments":["Suites/study/fusions.yaml"],"code_versions":["0.1.0"],"command":"pdmpbench run Suites/study/fusions.yaml","commits":["1469a0a85580914312d95067393a844e7979e857"],"figure":"dependency-easy-but-weak-bilinear","kind":"dependency","preset":"double","records":756,"records_of_uncommitted_changes":0,"records_sha256":"a87f09ca7d3a8d5434f0aec67083551878e513c5c8ddc33455bb6f6e91ded719","suite":"study-fusions","table_sha256":"9609495e6ce6e0426a3bf42d1f1e8fc43511d133b02f792263e280883b786bb9"}
set encoding utf8
if (!exists("format")) { format = 'svg' }
if (format eq 'svg') {
  set terminal svg size 840,456 fixed noenhanced font 'DejaVu Sans,12' background '#FFFFFF'
  set output 'dependency-easy-but-weak-bilinear.svg'
}
if (format eq 'png') {
  set terminal pngcairo size 1680,912 noenhanced font 'DejaVu Sans,9' fontscale 2 linewidth 2 pointscale 2 dashlength 1 background '#FFFFFF'
  set output 'dependency-easy-but-weak-bilinear.png'
}
if (format eq 'pdf') {
  set terminal pdfcairo size 17.5cm,9.5cm noenhanced font 'DejaVu Sans,8' fontscale 1 linewidth 1 pointscale 0.6
  set output 'dependency-easy-but-weak-bilinear.pdf'
}

set border 3 lw 0.8 lc rgb '#444444'
set tics nomirror out
set grid ytics lc rgb '#DDDDDD' lt 1 lw 0.6
set key outside right top vertical Left reverse noenhanced samplen 3 maxcols 1
set datafile separator tab
set title 'Dependency over training: easy-but-weak, bilinear' noenhanced
set xlabel 'epoch'
set ylabel 'dependency on a (share), mean and range over seeds' noenhanced
set yrange [0:1]
set arrow 1 from graph 0, first 0.5 to graph 1, first 0.5 nohead dt (4,4) lw 0.8 lc rgb '#444444'
plot 'dependency-easy-but-weak-bilinear.tsv' index 0 using 1:3:4 with filledcurves fc rgb '#0072B2' fs transparent solid 0.13 noborder notitle, \
     'dependency-easy-but-weak-bilinear.tsv' index 0 using 1:2 with lines lw 1.8 dt 1 lc rgb '#0072B2' title 'ogm-ge'

unset output
reset
format = format eq 'svg' ? 'png' : format eq 'png' ? 'pdf' : ''
if (strlen(format)) {
  load 'dependency-easy-but-weak-bilinear.gp'
}
if (exists("format")) { if (!strlen(format)) { undefine format } }
