# Draws cost-redundancy-0-1-signal-0-25-c02a3f (svg, png, pdf) from cost-redundancy-0-1-signal-0-25-c02a3f.tsv: gnuplot cost-redundancy-0-1-signal-0-25-c02a3f.gp
# provenance: {"$schema":"pdmpbench-figure-1","arguments":["Suites/study/redundancy.yaml"],"code_versions":["0.1.0"],"command":"pdmpbench run Suites/study/redundancy.yaml","commits":["1469a0a85580914312d95067393a844e7979e857"],"figure":"cost-redundancy-0-1-signal-0-25-c02a3f","kind":"cost","preset":"double","records":1792,"records_of_uncommitted_changes":0,"records_sha256":"534a3196e2a34eb484344097454d35341d896e59832b5472577d0f272f88fd98","suite":"study-redundancy","table_sha256":"167b204efc7e2d32544c9884489b2737da93a45e2fc63c5b602456a0e368da4e"}
set encoding utf8
if (!exists("format")) { format = 'svg' }
if (format eq 'svg') {
  set terminal svg size 840,392 fixed noenhanced font 'DejaVu Sans,12' background '#FFFFFF'
  set output 'cost-redundancy-0-1-signal-0-25-c02a3f.svg'
}
if (format eq 'png') {
  set terminal pngcairo size 1680,783 noenhanced font 'DejaVu Sans,9' fontscale 2 linewidth 2 pointscale 2 dashlength 1 background '#FFFFFF'
  set output 'cost-redundancy-0-1-signal-0-25-c02a3f.png'
}
if (format eq 'pdf') {
  set terminal pdfcairo size 17.5cm,8.16cm noenhanced font 'DejaVu Sans,8' fontscale 1 linewidth 1 pointscale 0.6
  set output 'cost-redundancy-0-1-signal-0-25-c02a3f.pdf'
}

set border 3 lw 0.8 lc rgb '#444444'
set tics nomirror out
set grid xtics lc rgb '#DDDDDD' lt 1 lw 0.6
set key outside right top vertical Left reverse noenhanced samplen 3 maxcols 1
set datafile separator tab
set title 'Training cost: redundancy 0.1, signal 0.25' noenhanced
unset key
set lmargin 15.5
set rmargin 4
set xlabel 'FLOPs of one run relative to joint training; runs needed first are shared by the seeds' noenhanced
set xtics 0.5
set xrange [0:1.622515454]
set yrange [0.4:8.6]
set ytics noenhanced ('joint' 8, 'joint (rate × 2)' 7, 'unimodal (a)' 6, 'unimodal (b)' 5, 'late-fusion' 4, 'pdmp' 3, 'ogm-ge' 2, 'mmpareto' 1)
set key tmargin center horizontal Left reverse noenhanced samplen 2.5 width 1 maxcols 4
                set arrow 1 from first 1, graph 0 to first 1, graph 1 nohead front dt (4,4) lw 0.8 lc rgb '#444444'
plot 'cost-redundancy-0-1-signal-0-25-c02a3f.tsv' index 0 using 2:1:2:3:($1-0.35):($1+0.35) with boxxyerror fs solid 0.9 border lc rgb '#444444' fc rgb '#0072B2' title 'the run', \
     'cost-redundancy-0-1-signal-0-25-c02a3f.tsv' index 1 using 2:1:2:3:($1-0.35):($1+0.35) with boxxyerror fs pattern 4 border lc rgb '#444444' fc rgb '#D55E00' title 'runs needed first'

unset output
reset
format = format eq 'svg' ? 'png' : format eq 'png' ? 'pdf' : ''
if (strlen(format)) {
  load 'cost-redundancy-0-1-signal-0-25-c02a3f.gp'
}
if (exists("format")) { if (!strlen(format)) { undefine format } }
