# Draws shapley-redundancy-0-4-signal-0-25-11744e (svg, png, pdf) from shapley-redundancy-0-4-signal-0-25-11744e.tsv: gnuplot shapley-redundancy-0-4-signal-0-25-11744e.gp
# provenance: {"$schema":"pdmpbench-figure-1","arguments":["Suites/study/redundancy.yaml"],"code_versions":["0.1.0"],"command":"pdmpbench run Suites/study/redundancy.yaml","commits":["1469a0a85580914312d95067393a844e7979e857"],"figure":"shapley-redundancy-0-4-signal-0-25-11744e","kind":"shapley","preset":"double","records":1792,"records_of_uncommitted_changes":0,"records_sha256":"534a3196e2a34eb484344097454d35341d896e59832b5472577d0f272f88fd98","suite":"study-redundancy","table_sha256":"2af427d354e3943e15d4fb057998d0daf907940937d73a54a7c361ecb7bd4887"}
set encoding utf8
if (!exists("format")) { format = 'svg' }
if (format eq 'svg') {
  set terminal svg size 840,456 fixed noenhanced font 'DejaVu Sans,12' background '#FFFFFF'
  set output 'shapley-redundancy-0-4-signal-0-25-11744e.svg'
}
if (format eq 'png') {
  set terminal pngcairo size 1680,912 noenhanced font 'DejaVu Sans,9' fontscale 2 linewidth 2 pointscale 2 dashlength 1 background '#FFFFFF'
  set output 'shapley-redundancy-0-4-signal-0-25-11744e.png'
}
if (format eq 'pdf') {
  set terminal pdfcairo size 17.5cm,9.5cm noenhanced font 'DejaVu Sans,8' fontscale 1 linewidth 1 pointscale 0.6
  set output 'shapley-redundancy-0-4-signal-0-25-11744e.pdf'
}

set border 3 lw 0.8 lc rgb '#444444'
set tics nomirror out
set grid ytics lc rgb '#DDDDDD' lt 1 lw 0.6
set key outside right top vertical Left reverse noenhanced samplen 3 maxcols 1
set datafile separator tab
set title 'Shapley contributions: redundancy 0.4, signal 0.25' noenhanced
set ylabel 'contribution to accuracy' noenhanced
set yrange [-0.01553571429:0.203]
set xzeroaxis lt 1 lw 0.8 lc rgb '#444444'
set xrange [-0.7:5.7]
set xtics rotate by -30 noenhanced ('joint' 0, 'joint (rate × 2)' 1, 'late-fusion' 2, 'pdmp' 3, 'ogm-ge' 4, 'mmpareto' 5)
plot 'shapley-redundancy-0-4-signal-0-25-11744e.tsv' index 0 using 1:2:($1-0.35):($1+0.35):2:3 with boxxyerror fs solid 0.9 border lc rgb '#444444' fc rgb '#0072B2' title 'a', \
     'shapley-redundancy-0-4-signal-0-25-11744e.tsv' index 1 using 1:2:($1-0.35):($1+0.35):2:3 with boxxyerror fs pattern 4 border lc rgb '#444444' fc rgb '#D55E00' title 'b'

unset output
reset
format = format eq 'svg' ? 'png' : format eq 'png' ? 'pdf' : ''
if (strlen(format)) {
  load 'shapley-redundancy-0-4-signal-0-25-11744e.gp'
}
if (exists("format")) { if (!strlen(format)) { undefine format } }
