# Draws cost-redundant-signal-0-5-scale-0-5-28d77e (svg, png, pdf) from cost-redundant-signal-0-5-scale-0-5-28d77e.tsv: gnuplot cost-redundant-signal-0-5-scale-0-5-28d77e.gp
# provenance: {"$schema":"pdmpbench-figure-1","arguments":["Suites/study/phase.yaml"],"code_versions":["0.1.0"],"command":"pdmpbench run Suites/study/phase.yaml","commits":["1469a0a85580914312d95067393a844e7979e857"],"figure":"cost-redundant-signal-0-5-scale-0-5-28d77e","kind":"cost","preset":"double","records":8448,"records_of_uncommitted_changes":0,"records_sha256":"7d2db026f50da26cad2d58a0636d4d996a7f0dc70cb8c91547eb8066cf41d6ad","suite":"study-phase","table_sha256":"447cbc803469d2db83523d04115ab531788d086382f0c4bb8455c583c0dccb1c"}
set encoding utf8
if (!exists("format")) { format = 'svg' }
if (format eq 'svg') {
  set terminal svg size 840,481 fixed noenhanced font 'DejaVu Sans,12' background '#FFFFFF'
  set output 'cost-redundant-signal-0-5-scale-0-5-28d77e.svg'
}
if (format eq 'png') {
  set terminal pngcairo size 1680,962 noenhanced font 'DejaVu Sans,9' fontscale 2 linewidth 2 pointscale 2 dashlength 1 background '#FFFFFF'
  set output 'cost-redundant-signal-0-5-scale-0-5-28d77e.png'
}
if (format eq 'pdf') {
  set terminal pdfcairo size 17.5cm,10.02cm noenhanced font 'DejaVu Sans,8' fontscale 1 linewidth 1 pointscale 0.6
  set output 'cost-redundant-signal-0-5-scale-0-5-28d77e.pdf'
}

set border 3 lw 0.8 lc rgb '#444444'
set tics nomirror out
set grid xtics lc rgb '#DDDDDD' lt 1 lw 0.6
set key outside right top vertical Left reverse noenhanced samplen 3 maxcols 1
set datafile separator tab
set title 'Training cost: redundant, signal 0.5, scale 0.5' noenhanced
unset key
set lmargin 15.5
set rmargin 4
set xlabel 'FLOPs of one run relative to joint training; runs needed first are shared by the seeds' noenhanced
set xtics 0.2
set xrange [0:1.595180117]
set yrange [0.4:11.6]
set ytics noenhanced ('joint' 11, 'joint (rate × 2)' 10, 'unimodal (a)' 9, 'unimodal (b)' 8, 'late-fusion' 7, 'pdmp' 6, 'ogm-ge' 5, 'agm' 4, 'cggm' 3, 'pmr' 2, 'mmpareto' 1)
set key tmargin center horizontal Left reverse noenhanced samplen 2.5 width 1 maxcols 4
                set arrow 1 from first 1, graph 0 to first 1, graph 1 nohead front dt (4,4) lw 0.8 lc rgb '#444444'
plot 'cost-redundant-signal-0-5-scale-0-5-28d77e.tsv' index 0 using 2:1:2:3:($1-0.35):($1+0.35) with boxxyerror fs solid 0.9 border lc rgb '#444444' fc rgb '#0072B2' title 'the run', \
     'cost-redundant-signal-0-5-scale-0-5-28d77e.tsv' index 1 using 2:1:2:3:($1-0.35):($1+0.35) with boxxyerror fs pattern 4 border lc rgb '#444444' fc rgb '#D55E00' title 'runs needed first'

unset output
reset
format = format eq 'svg' ? 'png' : format eq 'png' ? 'pdf' : ''
if (strlen(format)) {
  load 'cost-redundant-signal-0-5-scale-0-5-28d77e.gp'
}
if (exists("format")) { if (!strlen(format)) { undefine format } }
