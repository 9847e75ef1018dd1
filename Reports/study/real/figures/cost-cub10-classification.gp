# Draws cost-cub10-classification (svg, png, pdf) from cost-cub10-classification.tsv: gnuplot cost-cub10-classification.gp
# provenance: {"$schema":"pdmpbench-figure-1","arguments":["Suites/study/real.yaml"],"code_versions":["0.1.0"],"command":"pdmpbench run Suites/study/real.yaml","commits":["1469a0a85580914312d95067393a844e7979e857"],"figure":"cost-cub10-classification","kind":"cost","preset":"double","records":576,"records_of_uncommitted_changes":0,"records_sha256":"29938df6e57361481ef67ee1e33aaa281e0bd6c1e1bf442a987a71a82de2de22","suite":"study-real","table_sha256":"ab615c0272b51c1120408cf9336ed4a84121f86178d1e14686289f6e3b7a8154"}
set encoding utf8
if (!exists("format")) { format = 'svg' }
if (format eq 'svg') {
  set terminal svg size 840,392 fixed noenhanced font 'DejaVu Sans,12' background '#FFFFFF'
  set output 'cost-cub10-classification.svg'
}
if (format eq 'png') {
  set terminal pngcairo size 1680,783 noenhanced font 'DejaVu Sans,9' fontscale 2 linewidth 2 pointscale 2 dashlength 1 background '#FFFFFF'
  set output 'cost-cub10-classification.png'
}
if (format eq 'pdf') {
  set terminal pdfcairo size 17.5cm,8.16cm noenhanced font 'DejaVu Sans,8' fontscale 1 linewidth 1 pointscale 0.6
  set output 'cost-cub10-classification.pdf'
}

set border 3 lw 0.8 lc rgb '#444444'
set tics nomirror out
set grid xtics lc rgb '#DDDDDD' lt 1 lw 0.6
set key outside right top vertical Left reverse noenhanced samplen 3 maxcols 1
set datafile separator tab
set title 'Training cost: cub10, classification' noenhanced
unset key
set lmargin 19.5
set rmargin 4
set xlabel 'FLOPs of one run relative to joint training; runs needed first are shared by the seeds' noenhanced
set xtics 0.2
set xrange [0:1.522576317]
set yrange [0.4:8.6]
set ytics noenhanced ('joint' 8, 'unimodal (image)' 7, 'unimodal (text)' 6, 'late-fusion' 5, 'pdmp' 4, 'pdmp (worst leads)' 3, 'ogm' 2, 'mmpareto' 1)
set key tmargin center horizontal Left reverse noenhanced samplen 2.5 width 1 maxcols 4
                set arrow 1 from first 1, graph 0 to first 1, graph 1 nohead front dt (4,4) lw 0.8 lc rgb '#444444'
plot 'cost-cub10-classification.tsv' index 0 using 2:1:2:3:($1-0.35):($1+0.35) with boxxyerror fs solid 0.9 border lc rgb '#444444' fc rgb '#0072B2' title 'the run', \
     'cost-cub10-classification.tsv' index 1 using 2:1:2:3:($1-0.35):($1+0.35) with boxxyerror fs pattern 4 border lc rgb '#444444' fc rgb '#D55E00' title 'runs needed first'

unset output
reset
format = format eq 'svg' ? 'png' : format eq 'png' ? 'pdf' : ''
if (strlen(format)) {
  load 'cost-cub10-classification.gp'
}
if (exists("format")) { if (!strlen(format)) { undefine format } }
