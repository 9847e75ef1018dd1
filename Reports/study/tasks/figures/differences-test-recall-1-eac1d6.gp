# Draws differences-test-recall-1-eac1d6 (svg, png, pdf) from differences-test-recall-1-eac1d6.tsv: gnuplot differences-test-recall-1-eac1d6.gp
# provenance: {"$schema":"pdmpbench-figure-1","arguments":["Suites/study/tasks.yaml"],"code_versions":["0.1.0"],"command":"pdmpbench run Suites/study/tasks.yaml","commits":["1469a0a85580914312d95067393a844e7979e857"],"figure":"differences-test-recall-1-eac1d6","kind":"differences","preset":"double","records":864,"records_of_uncommitted_changes":0,"records_sha256":"4a2db77c3c79f05bebbabb482c271efccbf056f664e4cb66490ce0916e2a5cf3","suite":"study-tasks","table_sha256":"5f9dd0adc77517b6b3bb7e38c500d77df1eeae175b67c2a512ba5102f5788ae5"}
set encoding utf8
if (!exists("format")) { format = 'svg' }
if (format eq 'svg') {
  set terminal svg size 840,528 fixed noenhanced font 'DejaVu Sans,12' background '#FFFFFF'
  set output 'differences-test-recall-1-eac1d6.svg'
}
if (format eq 'png') {
  set terminal pngcairo size 1680,1056 noenhanced font 'DejaVu Sans,9' fontscale 2 linewidth 2 pointscale 2 dashlength 1 background '#FFFFFF'
  set output 'differences-test-recall-1-eac1d6.png'
}
if (format eq 'pdf') {
  set terminal pdfcairo size 17.5cm,11cm noenhanced font 'DejaVu Sans,8' fontscale 1 linewidth 1 pointscale 0.6
  set output 'differences-test-recall-1-eac1d6.pdf'
}

set border 3 lw 0.8 lc rgb '#444444'
set tics nomirror out
set grid xtics lc rgb '#DDDDDD' lt 1 lw 0.6
set key outside right top vertical Left reverse noenhanced samplen 3 maxcols 1
set datafile separator tab
set title 'Paired differences to joint training' noenhanced
unset key
set lmargin 34.5
set rmargin 4
set xlabel 'difference of test/recall@1, mean and 95 % interval over seeds (grey: within ±'."\n".'0.010)' noenhanced
set xtics 0.05
set xrange [-0.121813595:0.1515698986]
set yrange [0.4:12.6]
set ytics noenhanced ('image-text, generated…etrieval: pdmp' 12, 'image-text, generated… (worst leads)' 11, 'image-text, generated…retrieval: ogm' 10, 'image-text, loaded, retrieval: pdmp' 9, 'image-text, loaded, r… (worst leads)' 8, 'image-text, loaded, retrieval: ogm' 7, 'video-audio, generate…etrieval: pdmp' 6, 'video-audio, generate… (worst leads)' 5, 'video-audio, generate…retrieval: ogm' 4, 'video-audio, loaded, retrieval: pdmp' 3, 'video-audio, loaded, … (worst leads)' 2, 'video-audio, loaded, retrieval: ogm' 1)
set key tmargin center horizontal Left reverse noenhanced samplen 2.5 width 1 maxcols 4
set object 1 rectangle from first -0.01, graph 0 to first 0.01, graph 1 behind fc rgb '#EEEEEE' fs solid noborder
set arrow 1 from first 0, graph 0 to first 0, graph 1 nohead lw 0.8 lc rgb '#444444'
plot 'differences-test-recall-1-eac1d6.tsv' index 0 using 2:1:3:4 with xerrorbars pt 6 ps 0.9 lw 1.6 lc rgb '#7F7F7F' title 'not significant', \
     'differences-test-recall-1-eac1d6.tsv' index 1 using 2:1:3:4 with xerrorbars pt 7 ps 0.9 lw 1.6 lc rgb '#0072B2' title 'significant (Holm)'

unset output
reset
format = format eq 'svg' ? 'png' : format eq 'png' ? 'pdf' : ''
if (strlen(format)) {
  load 'differences-test-recall-1-eac1d6.gp'
}
if (exists("format")) { if (!strlen(format)) { undefine format } }
