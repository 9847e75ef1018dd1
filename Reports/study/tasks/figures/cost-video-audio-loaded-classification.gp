# Draws cost-video-audio-loaded-classification (svg, png, pdf) from cost-video-audio-loaded-classification.tsv: gnuplot cost-video-audio-loaded-classification.gp
# provenance: {"$schema":"pdmpbench-figure-1","arguments":["Suites/study/tasks.yaml"],"code_versions":["0.1.0"],"command":"pdmpbench run Suites/study/tasks.yaml","commits":["1469a0a85580914312d95067393a844e7979e857"],"figure":"cost-video-audio-loaded-classification","kind":"cost","preset":"double","records":864,"records_of_uncommitted_changes":0,"records_sha256":"4a2db77c3c79f05bebbabb482c271efccbf056f664e4cb66490ce0916e2a5cf3","suite":"study-tasks","table_sha256":"771b27e75d1d1b4dc30afb613351563d409ae8f43f4cd0f30f81bb49f0c7f705"}
set encoding utf8
if (!exists("format")) { format = 'svg' }
if (format eq 'svg') {
  set terminal svg size 840,332 fixed noenhanced font 'DejaVu Sans,12' background '#FFFFFF'
  set output 'cost-video-audio-loaded-classification.svg'
}
if (format eq 'png') {
  set terminal pngcairo size 1680,664 noenhanced font 'DejaVu Sans,9' fontscale 2 linewidth 2 pointscale 2 dashlength 1 background '#FFFFFF'
  set output 'cost-video-audio-loaded-classification.png'
}
if (format eq 'pdf') {
  set terminal pdfcairo size 17.5cm,6.92cm noenhanced font 'DejaVu Sans,8' fontscale 1 linewidth 1 pointscale 0.6
  set output 'cost-video-audio-loaded-classification.pdf'
}

set border 3 lw 0.8 lc rgb '#444444'
set tics nomirror out
set grid xtics lc rgb '#DDDDDD' lt 1 lw 0.6
set key outside right top vertical Left reverse noenhanced samplen 3 maxcols 1
set datafile separator tab
set title 'Training cost: video-audio, loaded, classification' noenhanced
unset key
set lmargin 19.5
set rmargin 4
set xlabel 'FLOPs of one run relative to joint training; runs needed first are shared by the seeds' noenhanced
set xtics 0.2
set xrange [0:1.312437439]
set yrange [0.4:6.6]
set ytics noenhanced ('joint' 6, 'unimodal (video)' 5, 'unimodal (audio)' 4, 'pdmp' 3, 'pdmp (worst leads)' 2, 'ogm' 1)
set key tmargin center horizontal Left reverse noenhanced samplen 2.5 width 1 maxcols 4
                set arrow 1 from first 1, graph 0 to first 1, graph 1 nohead front dt (4,4) lw 0.8 lc rgb '#444444'
plot 'cost-video-audio-loaded-classification.tsv' index 0 using 2:1:2:3:($1-0.35):($1+0.35) with boxxyerror fs solid 0.9 border lc rgb '#444444' fc rgb '#0072B2' title 'the run', \
     'cost-video-audio-loaded-classification.tsv' index 1 using 2:1:2:3:($1-0.35):($1+0.35) with boxxyerror fs pattern 4 border lc rgb '#444444' fc rgb '#D55E00' title 'runs needed first'

unset output
reset
format = format eq 'svg' ? 'png' : format eq 'png' ? 'pdf' : ''
if (strlen(format)) {
  load 'cost-video-audio-loaded-classification.gp'
}
if (exists("format")) { if (!strlen(format)) { undefine format } }
