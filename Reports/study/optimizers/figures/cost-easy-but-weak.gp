# Draws cost-easy-but-weak (svg, png, pdf) from cost-easy-but-weak.tsv: gnuplot cost-easy-but-weak.gp
# provenance: {"$schema":"pdmpbench-figure-1","arguments":["Suites/study/optimizers.yaml"],"code_versions":["0.1.0"],"command":"pdmpbench run Suites/study/optimizers.yaml","commits":["1469a0a85580914312d95067393a844e7979e857"],"figure":"cost-easy-but-weak","kind":"cost","preset":"double","records":280,"records_of_uncommitted_changes":0,"records_sha256":"ab65c27944ef615092a64842984065ccd7ac2ec753a5ba59fe8cca43c3537c85","suite":"study-optimizers","table_sha256":"c617dbaaddd1328e9f8e3a7414c759fd35d440b923883d2f9201851955411112"}
set encoding utf8
if (!exists("format")) { format = 'svg' }
if (format eq 'svg') {
  set terminal svg size 840,451 fixed noenhanced font 'DejaVu Sans,12' background '#FFFFFF'
  set output 'cost-easy-but-weak.svg'
}
if (format eq 'png') {
  set terminal pngcairo size 1680,902 noenhanced font 'DejaVu Sans,9' fontscale 2 linewidth 2 pointscale 2 dashlength 1 background '#FFFFFF'
  set output 'cost-easy-but-weak.png'
}
if (format eq 'pdf') {
  set terminal pdfcairo size 17.5cm,9.4cm noenhanced font 'DejaVu Sans,8' fontscale 1 linewidth 1 pointscale 0.6
  set output 'cost-easy-but-weak.pdf'
}

set border 3 lw 0.8 lc rgb '#444444'
set tics nomirror out
set grid xtics lc rgb '#DDDDDD' lt 1 lw 0.6
set key outside right top vertical Left reverse noenhanced samplen 3 maxcols 1
set datafile separator tab
set title 'Training cost: easy-but-weak' noenhanced
unset key
set lmargin 26.5
set rmargin 4
set xlabel 'FLOPs of one run relative to joint training' noenhanced
set xtics 0.2
set xrange [0:1.05]
set yrange [0.4:10.6]
set ytics noenhanced ('joint under SGD' 10, 'gradient under SGD' 9, 'joint under plain descent' 8, 'gradient under plain descent' 7, 'joint under Adam' 6, 'gradient under Adam' 5, 'update under Adam' 4, 'joint under AdamW' 3, 'gradient under AdamW' 2, 'update under AdamW' 1)
                set arrow 1 from first 1, graph 0 to first 1, graph 1 nohead front dt (4,4) lw 0.8 lc rgb '#444444'
plot 'cost-easy-but-weak.tsv' index 0 using 2:1:2:3:($1-0.35):($1+0.35) with boxxyerror fs solid 0.9 border lc rgb '#444444' fc rgb '#0072B2' title 'the run'

unset output
reset
format = format eq 'svg' ? 'png' : format eq 'png' ? 'pdf' : ''
if (strlen(format)) {
  load 'cost-easy-but-weak.gp'
}
if (exists("format")) { if (!strlen(format)) { undefine format } }
