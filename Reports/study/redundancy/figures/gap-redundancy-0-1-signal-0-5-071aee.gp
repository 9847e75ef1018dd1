# Draws gap-redundancy-0-1-signal-0-5-071aee (svg, png, pdf) from gap-redundancy-0-1-signal-0-5-071aee.tsv: gnuplot gap-redundancy-0-1-signal-0-5-071aee.gp
# provenance: {"$schema":"pdmpbench-figure-1","arguments":["Suites/study/redundancy.yaml"],"code_versions":["0.1.0"],"command":"pdmpbench run Suites/study/redundancy.yaml","commits":["1469a0a85580914312d95067393a844e7979e857"],"figure":"gap-redundancy-0-1-signal-0-5-071aee","kind":"gap","preset":"double","records":1792,"records_of_uncommitted_changes":0,"records_sha256":"534a3196e2a34eb484344097454d35341d896e59832b5472577d0f272f88fd98","suite":"study-redundancy","table_sha256":"3d96ed85db0e3f5eb5088e4949929b66448cfb415393426678fd1f3c2ecd18d2"}
set encoding utf8
if (!exists("format")) { format = 'svg' }
if (format eq 'svg') {
  set terminal svg size 840,456 fixed noenhanced font 'DejaVu Sans,12' background '#FFFFFF'
  set output 'gap-redundancy-0-1-signal-0-5-071aee.svg'
}
if (format eq 'png') {
  set terminal pngcairo size 1680,912 noenhanced font 'DejaVu Sans,9' fontscale 2 linewidth 2 pointscale 2 dashlength 1 background '#FFFFFF'
  set output 'gap-redundancy-0-1-signal-0-5-071aee.png'
}
if (format eq 'pdf') {
  set terminal pdfcairo size 17.5cm,9.5cm noenhanced font 'DejaVu Sans,8' fontscale 1 linewidth 1 pointscale 0.6
  set output 'gap-redundancy-0-1-signal-0-5-071aee.pdf'
}

set border 3 lw 0.8 lc rgb '#444444'
set tics nomirror out
set grid ytics lc rgb '#DDDDDD' lt 1 lw 0.6
set key outside right top vertical Left reverse noenhanced samplen 3 maxcols 1
set datafile separator tab
set title 'Unimodal gap: redundancy 0.1, signal 0.5' noenhanced
set style data histograms
set style histogram clustered gap 1
set ylabel 'accuracy within the model minus alone' noenhanced
set yrange [-0.01859142857:0.01630571429]
set xzeroaxis lt 1 lw 0.8 lc rgb '#444444'
set xrange [-0.7:5.7]
set xtics rotate by -30 noenhanced ('joint' 0, 'joint (rate × 2)' 1, 'late-fusion' 2, 'pdmp' 3, 'ogm-ge' 4, 'mmpareto' 5)
plot 'gap-redundancy-0-1-signal-0-5-071aee.tsv' using 2 lc rgb '#0072B2' fs solid 0.9 border lc rgb '#444444' title 'a', \
     'gap-redundancy-0-1-signal-0-5-071aee.tsv' using 3 lc rgb '#D55E00' fs pattern 4 border lc rgb '#444444' title 'b'

unset output
reset
format = format eq 'svg' ? 'png' : format eq 'png' ? 'pdf' : ''
if (strlen(format)) {
  load 'gap-redundancy-0-1-signal-0-5-071aee.gp'
}
if (exists("format")) { if (!strlen(format)) { undefine format } }
