# Draws scores-redundant (svg, png, pdf) from scores-redundant.tsv: gnuplot scores-redundant.gp
# provenance: {"$schema":"pdmpbench-figure-1","arguments":["Suites/study/optimizers.yaml"],"code_versions":["0.1.0"],"command":"pdmpbench run Suites/study/optimizers.yaml","commits":["1469a0a85580914312d95067393a844e7979e857"],"figure":"scores-redundant","kind":"scores","preset":"double","records":280,"records_of_uncommitted_changes":0,"records_sha256":"ab65c27944ef615092a64842984065ccd7ac2ec753a5ba59fe8cca43c3537c85","suite":"study-optimizers","table_sha256":"1d3b000aac3cd4d3c4f5bf54882610f7049d1c9d623ec6ea37cb36017f3e73e5"}
set encoding utf8
if (!exists("format")) { format = 'svg' }
if (format eq 'svg') {
  set terminal svg size 840,422 fixed noenhanced font 'DejaVu Sans,12' background '#FFFFFF'
  set output 'scores-redundant.svg'
}
if (format eq 'png') {
  set terminal pngcairo size 1680,845 noenhanced font 'DejaVu Sans,9' fontscale 2 linewidth 2 pointscale 2 dashlength 1 background '#FFFFFF'
  set output 'scores-redundant.png'
}
if (format eq 'pdf') {
  set terminal pdfcairo size 17.5cm,8.8cm noenhanced font 'DejaVu Sans,8' fontscale 1 linewidth 1 pointscale 0.6
  set output 'scores-redundant.pdf'
}

set border 3 lw 0.8 lc rgb '#444444'
set tics nomirror out
set grid xtics lc rgb '#DDDDDD' lt 1 lw 0.6
set key outside right top vertical Left reverse noenhanced samplen 3 maxcols 1
set datafile separator tab
set title 'Scores: redundant' noenhanced
unset key
set lmargin 26.5
set rmargin 4
set xlabel 'test/accuracy, mean and 95 % interval; circles: single runs; line: joint' noenhanced
set xtics 0.05
set xrange [0.7008666667:0.8724666667]
set yrange [0.4:10.6]
set ytics noenhanced ('joint under SGD' 10, 'gradient under SGD' 9, 'joint under plain descent' 8, 'gradient under plain descent' 7, 'joint under Adam' 6, 'gradient under Adam' 5, 'update under Adam' 4, 'joint under AdamW' 3, 'gradient under AdamW' 2, 'update under AdamW' 1)
set arrow 1 from first 0.7922857143, graph 0 to first 0.7922857143, graph 1 nohead dt (4,4) lw 0.8 lc rgb '#444444'
plot 'scores-redundant.tsv' index 1 using 2:1 with points pt 6 ps 0.5 lw 0.8 lc rgb '#8A8A8A', \
     'scores-redundant.tsv' index 0 using 2:1:3:4 with xerrorbars pt 7 ps 0.8 lw 1.6 lc rgb '#0072B2'

unset output
reset
format = format eq 'svg' ? 'png' : format eq 'png' ? 'pdf' : ''
if (strlen(format)) {
  load 'scores-redundant.gp'
}
if (exists("format")) { if (!strlen(format)) { undefine format } }
