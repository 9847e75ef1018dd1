# Draws differences-test-nll (svg, png, pdf) from differences-test-nll.tsv: gnuplot differences-test-nll.gp
# provenance: {"$schema":"pdmpbench-figure-1","arguments":["Suites/study/tasks.yaml"],"code_versions":["0.1.0"],"command":"pdmpbench run Suites/study/tasks.yaml","commits":["1469a0a85580914312d95067393a844e7979e857"],"figure":"differences-test-nll","kind":"differences","preset":"double","records":864,"records_of_uncommitted_changes":0,"records_sha256":"4a2db77c3c79f05bebbabb482c271efccbf056f664e4cb66490ce0916e2a5cf3","suite":"study-tasks","table_sha256":"518efe4f14b83f9e8e431e19ca581c16add6f646e076f9b3e268e3147e56d17d"}
set encoding utf8
if (!exists("format")) { format = 'svg' }
if (format eq 'svg') {
  set terminal svg size 840,511 fixed noenhanced font 'DejaVu Sans,12' background '#FFFFFF'
  set output 'differences-test-nll.svg'
}
if (format eq 'png') {
  set terminal pngcairo size 1680,1021 noenhanced font 'DejaVu Sans,9' fontscale 2 linewidth 2 pointscale 2 dashlength 1 background '#FFFFFF'
  set output 'differences-test-nll.png'
}
if (format eq 'pdf') {
  set terminal pdfcairo size 17.5cm,10.64cm noenhanced font 'DejaVu Sans,8' fontscale 1 linewidth 1 pointscale 0.6
  set output 'differences-test-nll.pdf'
}

set border 3 lw 0.8 lc rgb '#444444'
set tics nomirror out
set grid xtics lc rgb '#DDDDDD' lt 1 lw 0.6
set key outside right top vertical Left reverse noenhanced samplen 3 maxcols 1
set datafile separator tab
set title 'Paired differences to joint training' noenhanced
unset key
set lmargin 35.5
set rmargin 4
set xlabel 'difference of test/nll, mean and 95 % interval over seeds (grey: within ± 0.010)' noenhanced
set xtics 0.02
set xrange [-0.05569707286:0.06796441917]
set yrange [0.4:12.6]
set ytics noenhanced ('image-text, generated…neration: pdmp' 12, 'image-text, generated… (worst leads)' 11, 'image-text, generated…eneration: ogm' 10, 'image-text, loaded, generation: pdmp' 9, 'image-text, loaded, g… (worst leads)' 8, 'image-text, loaded, generation: ogm' 7, 'video-audio, generate…neration: pdmp' 6, 'video-audio, generate… (worst leads)' 5, 'video-audio, generate…eneration: ogm' 4, 'video-audio, loaded, …neration: pdmp' 3, 'video-audio, loaded, … (worst leads)' 2, 'video-audio, loaded, generation: ogm' 1)
set key tmargin center horizontal Left reverse noenhanced samplen 2.5 width 1 maxcols 4
set object 1 rectangle from first -0.01, graph 0 to first 0.01, graph 1 behind fc rgb '#EEEEEE' fs solid noborder
set arrow 1 from first 0, graph 0 to first 0, graph 1 nohead lw 0.8 lc rgb '#444444'
plot 'differences-test-nll.tsv' index 0 using 2:1:3:4 with xerrorbars pt 6 ps 0.9 lw 1.6 lc rgb '#7F7F7F' title 'not significant'

unset output
reset
format = format eq 'svg' ? 'png' : format eq 'png' ? 'pdf' : ''
if (strlen(format)) {
  load 'differences-test-nll.gp'
}
if (exists("format")) { if (!strlen(format)) { undefine format } }
