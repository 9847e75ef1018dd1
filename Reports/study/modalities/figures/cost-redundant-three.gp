# Draws cost-redundant-three (svg, png, pdf) from cost-redundant-three.tsv: gnuplot cost-redundant-three.gp
# provenance: {"$schema":"pdmpbench-figure-1","arguments":["Suites/study/modalities.yaml"],"code_versions":["0.1.0"],"command":"pdmpbench run Suites/study/modalities.yaml","commits":["1469a0a85580914312d95067393a844e7979e857"],"figure":"cost-redundant-three","kind":"cost","preset":"double","records":336,"records_of_uncommitted_changes":0,"records_sha256":"8afdda92a283817f092bff793c81c6d602f5427ccd5dea57320bee305a20cc23","suite":"study-modalities","table_sha256":"0480b88eae10552e5136261e93ae1ddeb008f6ef83249a4d2a045f875f560e4f"}
set encoding utf8
if (!exists("format")) { format = 'svg' }
if (format eq 'svg') {
  set terminal svg size 840,511 fixed noenhanced font 'DejaVu Sans,12' background '#FFFFFF'
  set output 'cost-redundant-three.svg'
}
if (format eq 'png') {
  set terminal pngcairo size 1680,1021 noenhanced font 'DejaVu Sans,9' fontscale 2 linewidth 2 pointscale 2 dashlength 1 background '#FFFFFF'
  set output 'cost-redundant-three.png'
}
if (format eq 'pdf') {
  set terminal pdfcairo size 17.5cm,10.64cm noenhanced font 'DejaVu Sans,8' fontscale 1 linewidth 1 pointscale 0.6
  set output 'cost-redundant-three.pdf'
}

set border 3 lw 0.8 lc rgb '#444444'
set tics nomirror out
set grid xtics lc rgb '#DDDDDD' lt 1 lw 0.6
set key outside right top vertical Left reverse noenhanced samplen 3 maxcols 1
set datafile separator tab
set title 'Training cost: redundant, three' noenhanced
unset key
set lmargin 19.5
set rmargin 4
set xlabel 'FLOPs of one run relative to joint training; runs needed first are shared by the seeds' noenhanced
set xtics 0.2
set xrange [0:1.596610169]
set yrange [0.4:12.6]
set ytics noenhanced ('joint' 12, 'joint (rate × 2)' 11, 'unimodal (a)' 10, 'unimodal (b)' 9, 'unimodal (c)' 8, 'late-fusion' 7, 'ogm-ge' 6, 'mmpareto' 5, 'pdmp' 4, 'pdmp (ladder)' 3, 'pdmp (reversed)' 2, 'pdmp (worst leads)' 1)
set key tmargin center horizontal Left reverse noenhanced samplen 2.5 width 1 maxcols 4
                set arrow 1 from first 1, graph 0 to first 1, graph 1 nohead front dt (4,4) lw 0.8 lc rgb '#444444'
plot 'cost-redundant-three.tsv' index 0 using 2:1:2:3:($1-0.35):($1+0.35) with boxxyerror fs solid 0.9 border lc rgb '#444444' fc rgb '#0072B2' title 'the run', \
     'cost-redundant-three.tsv' index 1 using 2:1:2:3:($1-0.35):($1+0.35) with boxxyerror fs pattern 4 border lc rgb '#444444' fc rgb '#D55E00' title 'runs needed first'

unset output
reset
format = format eq 'svg' ? 'png' : format eq 'png' ? 'pdf' : ''
if (strlen(format)) {
  load 'cost-redundant-three.gp'
}
if (exists("format")) { if (!strlen(format)) { undefine format } }
