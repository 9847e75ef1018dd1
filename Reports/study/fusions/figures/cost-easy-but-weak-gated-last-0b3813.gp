# Draws cost-easy-but-weak-gated-last-0b3813 (svg, png, pdf) from cost-easy-but-weak-gated-last-0b3813.tsv: gnuplot cost-easy-but-weak-gated-last-0b3813.gp
# provenance: {"$schema":"pdmpbench-figure-1","arguments":["Suites/study/fusions.yaml"],"code_versions":["0.1.0"],"command":"pdmpbench run Suites/study/fusions.yaml","commits":["1469a0a85580914312d95067393a844e7979e857"],"figure":"cost-easy-but-weak-gated-last-0b3813","kind":"cost","preset":"double","records":756,"records_of_uncommitted_changes":0,"records_sha256":"a87f09ca7d3a8d5434f0aec67083551878e513c5c8ddc33455bb6f6e91ded719","suite":"study-fusions","table_sha256":"8df68317229b7d8b6307f985524869f22dee123d640ab3e694303914ebecf802"}
set encoding utf8
if (!exists("format")) { format = 'svg' }
if (format eq 'svg') {
  set terminal svg size 840,243 fixed noenhanced font 'DejaVu Sans,12' background '#FFFFFF'
  set output 'cost-easy-but-weak-gated-last-0b3813.svg'
}
if (format eq 'png') {
  set terminal pngcairo size 1680,486 noenhanced font 'DejaVu Sans,9' fontscale 2 linewidth 2 pointscale 2 dashlength 1 background '#FFFFFF'
  set output 'cost-easy-but-weak-gated-last-0b3813.png'
}
if (format eq 'pdf') {
  set terminal pdfcairo size 17.5cm,5.06cm noenhanced font 'DejaVu Sans,8' fontscale 1 linewidth 1 pointscale 0.6
  set output 'cost-easy-but-weak-gated-last-0b3813.pdf'
}

set border 3 lw 0.8 lc rgb '#444444'
set tics nomirror out
set grid xtics lc rgb '#DDDDDD' lt 1 lw 0.6
set key outside right top vertical Left reverse noenhanced samplen 3 maxcols 1
set datafile separator tab
set title 'Training cost: easy-but-weak, gated (last)' noenhanced
unset key
set lmargin 9.5
set rmargin 4
set xlabel 'FLOPs of one run relative to joint training; runs needed first are shared by the seeds' noenhanced
set xtics 0.2
set xrange [0:1.19466322]
set yrange [0.4:3.6]
set ytics noenhanced ('joint' 3, 'ogm-ge' 2, 'pdmp' 1)
set key tmargin center horizontal Left reverse noenhanced samplen 2.5 width 1 maxcols 4
                set arrow 1 from first 1, graph 0 to first 1, graph 1 nohead front dt (4,4) lw 0.8 lc rgb '#444444'
plot 'cost-easy-but-weak-gated-last-0b3813.tsv' index 0 using 2:1:2:3:($1-0.35):($1+0.35) with boxxyerror fs solid 0.9 border lc rgb '#444444' fc rgb '#0072B2' title 'the run', \
     'cost-easy-but-weak-gated-last-0b3813.tsv' index 1 using 2:1:2:3:($1-0.35):($1+0.35) with boxxyerror fs pattern 4 border lc rgb '#444444' fc rgb '#D55E00' title 'runs needed first'

unset output
reset
format = format eq 'svg' ? 'png' : format eq 'png' ? 'pdf' : ''
if (strlen(format)) {
  load 'cost-easy-but-weak-gated-last-0b3813.gp'
}
if (exists("format")) { if (!strlen(format)) { undefine format } }
