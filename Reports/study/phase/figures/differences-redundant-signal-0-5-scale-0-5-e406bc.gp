# Draws differences-redundant-signal-0-5-scale-0-5-e406bc (svg, png, pdf) from differences-redundant-signal-0-5-scale-0-5-e406bc.tsv: gnuplot differences-redundant-signal-0-5-scale-0-5-e406bc.gp
# provenance: {"$schema":"pdmpbench-figure-1","arguments":["Suites/study/phase.yaml"],"code_versions":["0.1.0"],"command":"pdmpbench run Suites/study/phase.yaml","commits":["1469a0a85580914312d95067393a844e7979e857"],"figure":"differences-redundant-signal-0-5-scale-0-5-e406bc","kind":"differences","preset":"double","records":8448,"records_of_uncommitted_changes":0,"records_sha256":"7d2db026f50da26cad2d58a0636d4d996a7f0dc70cb8c91547eb8066cf41d6ad","suite":"study-phase","table_sha256":"dcb961a2f057d86a17e847bfcbfd7afbca060a52d7a689f9f135fc69a364b09b"}
set encoding utf8
if (!exists("format")) { format = 'svg' }
if (format eq 'svg') {
  set terminal svg size 840,362 fixed noenhanced font 'DejaVu Sans,12' background '#FFFFFF'
  set output 'differences-redundant-signal-0-5-scale-0-5-e406bc.svg'
}
if (format eq 'png') {
  set terminal pngcairo size 1680,724 noenhanced font 'DejaVu Sans,9' fontscale 2 linewidth 2 pointscale 2 dashlength 1 background '#FFFFFF'
  set output 'differences-redundant-signal-0-5-scale-0-5-e406bc.png'
}
if (format eq 'pdf') {
  set terminal pdfcairo size 17.5cm,7.54cm noenhanced font 'DejaVu Sans,8' fontscale 1 linewidth 1 pointscale 0.6
  set output 'differences-redundant-signal-0-5-scale-0-5-e406bc.pdf'
}

set border 3 lw 0.8 lc rgb '#444444'
set tics nomirror out
set grid xtics lc rgb '#DDDDDD' lt 1 lw 0.6
set key outside right top vertical Left reverse noenhanced samplen 3 maxcols 1
set datafile separator tab
set title 'Paired differences to joint training: redundant, signal 0.5, scale 0.5' noenhanced
unset key
set lmargin 11.5
set rmargin 4
set xlabel 'difference of test/accuracy, mean and 95 % interval over seeds (grey: within ± 0.010)' noenhanced
set xtics 0.01
set xrange [-0.03647790226:0.01221323344]
set yrange [0.4:7.6]
set ytics noenhanced ('late-fusion' 7, 'pdmp' 6, 'ogm-ge' 5, 'agm' 4, 'cggm' 3, 'pmr' 2, 'mmpareto' 1)
set key tmargin center horizontal Left reverse noenhanced samplen 2.5 width 1 maxcols 4
set object 1 rectangle from first -0.01, graph 0 to first 0.01, graph 1 behind fc rgb '#EEEEEE' fs solid noborder
set arrow 1 from first 0, graph 0 to first 0, graph 1 nohead lw 0.8 lc rgb '#444444'
plot 'differences-redundant-signal-0-5-scale-0-5-e406bc.tsv' index 0 using 2:1:3:4 with xerrorbars pt 6 ps 0.9 lw 1.6 lc rgb '#7F7F7F' title 'not significant', \
     'differences-redundant-signal-0-5-scale-0-5-e406bc.tsv' index 1 using 2:1:3:4 with xerrorbars pt 7 ps 0.9 lw 1.6 lc rgb '#0072B2' title 'significant (Holm)'

unset output
reset
format = format eq 'svg' ? 'png' : format eq 'png' ? 'pdf' : ''
if (strlen(format)) {
  load 'differences-redundant-signal-0-5-scale-0-5-e406bc.gp'
}
if (exists("format")) { if (!strlen(format)) { undefine format } }
