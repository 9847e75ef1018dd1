# Draws cost-complementary (svg, png, pdf) from cost-complementary.tsv: gnuplot cost-complementary.gp
# provenance: {"$schema":"pdmpbench-figure-1","arguments":["Suites/study/balance.yaml"],"code_versions":["0.1.0"],"command":"pdmpbench run Suites/study/balance.yaml","commits":["1469a0a85580914312d95067393a844e7979e857"],"figure":"cost-complementary","kind":"cost","preset":"double","records":504,"records_of_uncommitted_changes":0,"records_sha256":"d9092e713016286e88ec10587b1f9a801d90e3c024945ba3df005e30d53ef43c","suite":"study-balance","table_sha256":"727ea09c64687417143332311b7721806f3aa99309b46d0123de9e5f638b7ba4"}
set encoding utf8
if (!exists("format")) { format = 'svg' }
if (format eq 'svg') {
  set terminal svg size 840,511 fixed noenhanced font 'DejaVu Sans,12' background '#FFFFFF'
  set output 'cost-complementary.svg'
}
if (format eq 'png') {
  set terminal pngcairo size 1680,1021 noenhanced font 'DejaVu Sans,9' fontscale 2 linewidth 2 pointscale 2 dashlength 1 background '#FFFFFF'
  set output 'cost-complementary.png'
}
if (format eq 'pdf') {
  set terminal pdfcairo size 17.5cm,10.64cm noenhanced font 'DejaVu Sans,8' fontscale 1 linewidth 1 pointscale 0.6
  set output 'cost-complementary.pdf'
}

set border 3 lw 0.8 lc rgb '#444444'
set tics nomirror out
set grid xtics lc rgb '#DDDDDD' lt 1 lw 0.6
set key outside right top vertical Left reverse noenhanced samplen 3 maxcols 1
set datafile separator tab
set title 'Training cost: complementary' noenhanced
unset key
set lmargin 11.5
set rmargin 4
set xlabel 'FLOPs of one run relative to joint training' noenhanced
set xtics 0.2
set xrange [0:1.05]
set yrange [0.4:12.6]
set ytics noenhanced ('joint' 12, 'pdmp 1/64' 11, 'pdmp 1/16' 10, 'pdmp 1/8' 9, 'pdmp 1/4' 8, 'pdmp 1/2' 7, 'pdmp 1' 6, 'pdmp 2' 5, 'pdmp 4' 4, 'pdmp 8' 3, 'pdmp 16' 2, 'pdmp 64' 1)
                set arrow 1 from first 1, graph 0 to first 1, graph 1 nohead front dt (4,4) lw 0.8 lc rgb '#444444'
plot 'cost-complementary.tsv' index 0 using 2:1:2:3:($1-0.35):($1+0.35) with boxxyerror fs solid 0.9 border lc rgb '#444444' fc rgb '#0072B2' title 'the run'

unset output
reset
format = format eq 'svg' ? 'png' : format eq 'png' ? 'pdf' : ''
if (strlen(format)) {
  load 'cost-complementary.gp'
}
if (exists("format")) { if (!strlen(format)) { undefine format } }
