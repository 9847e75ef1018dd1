# Draws heat-map-test-accuracy (svg, png, pdf) from heat-map-test-accuracy.tsv: gnuplot heat-map-test-accuracy.gp
# provenance: {"$schema":"pdmpbench-figure-1","arguments":["Suites/study/fusions.yaml"],"code_versions":["0.1.0"],"command":"pdmpbench run Suites/study/fusions.yaml","commits":["1469a0a85580914312d95067393a844e7979e857"],"figure":"heat-map-test-accuracy","kind":"heat-map","preset":"double","records":756,"records_of_uncommitted_changes":0,"records_sha256":"a87f09ca7d3a8d5434f0aec67083551878e513c5c8ddc33455bb6f6e91ded719","suite":"study-fusions","table_sha256":"c904bc8f58ac7e30ecb1823ebf8ea176c406108a15d7f5259d21e34c1a959b89"}
set encoding utf8
if (!exists("format")) { format = 'svg' }
if (format eq 'svg') {
  set terminal svg size 840,662 fixed noenhanced font 'DejaVu Sans,12' background '#FFFFFF'
  set output 'heat-map-test-accuracy.svg'
}
if (format eq 'png') {
  set terminal pngcairo size 1680,1325 noenhanced font 'DejaVu Sans,9' fontscale 2 linewidth 2 pointscale 2 dashlength 1 background '#FFFFFF'
  set output 'heat-map-test-accuracy.png'
}
if (format eq 'pdf') {
  set terminal pdfcairo size 17.5cm,13.8cm noenhanced font 'DejaVu Sans,8' fontscale 1 linewidth 1 pointscale 0.6
  set output 'heat-map-test-accuracy.pdf'
}

set datafile separator tab
set title 'Mean test/accuracy; best of each problem framed' noenhanced
unset key
set border 0
set tics nomirror scale 0
set lmargin at screen 0.3034285714
set xrange [0.5:3.5]
set yrange [0.5:18.5]
set xtics noenhanced ('joint' 1, 'ogm-ge' 2, 'pdmp' 3)
set ytics noenhanced ('easy-but-weak, concat' 18, 'easy-but-weak, sum' 17, 'easy-but-weak, film' 16, 'easy-but-weak, bilinear' 15, 'easy-but-weak, gated (first)' 14, 'easy-but-weak, gated (last)' 13, 'easy-but-weak, attention' 12, 'easy-but-weak, cross-attention' 11, 'easy-but-weak, late-logits' 10, 'image-text, concat' 9, 'image-text, sum' 8, 'image-text, film' 7, 'image-text, bilinear' 6, 'image-text, gated (first)' 5, 'image-text, gated (last)' 4, 'image-text, attention' 3, 'image-text, cross-attention' 2, 'image-text, late-logits' 1)
set rmargin at screen 0.8868571429
set cblabel 'test/accuracy' noenhanced offset 0.8
set cbrange [0.2739285714:0.7638571429]
set cbtics scale 0.5
set palette defined (0 '#00224E', 0.25 '#414D6B', 0.5 '#7D7C78', 0.75 '#BCAF6F', 1 '#FEE838')
set label '0.762' at first 1, first 18 center front noenhanced tc rgb '#000000'
set label '0.764' at first 2, first 18 center front noenhanced tc rgb '#000000'
set label '0.731' at first 3, first 18 center front noenhanced tc rgb '#000000'
set label '0.764' at first 1, first 17 center front noenhanced tc rgb '#000000'
set label '0.763' at first 2, first 17 center front noenhanced tc rgb '#000000'
set label '0.732' at first 3, first 17 center front noenhanced tc rgb '#000000'
set label '0.731' at first 1, first 16 center front noenhanced tc rgb '#000000'
set label '0.725' at first 2, first 16 center front noenhanced tc rgb '#000000'
set label '0.711' at first 3, first 16 center front noenhanced tc rgb '#000000'
set label '0.689' at first 1, first 15 center front noenhanced tc rgb '#000000'
set label '0.671' at first 2, first 15 center front noenhanced tc rgb '#000000'
set label '0.680' at first 3, first 15 center front noenhanced tc rgb '#000000'
set label '0.706' at first 1, first 14 center front noenhanced tc rgb '#000000'
set label '0.706' at first 2, first 14 center front noenhanced tc rgb '#000000'
set label '0.678' at first 3, first 14 center front noenhanced tc rgb '#000000'
set label '0.752' at first 1, first 13 center front noenhanced tc rgb '#000000'
set label '0.750' at first 2, first 13 center front noenhanced tc rgb '#000000'
set label '0.718' at first 3, first 13 center front noenhanced tc rgb '#000000'
set label '0.758' at first 1, first 12 center front noenhanced tc rgb '#000000'
set label '0.763' at first 2, first 12 center front noenhanced tc rgb '#000000'
set label '0.719' at first 3, first 12 center front noenhanced tc rgb '#000000'
set label '0.758' at first 1, first 11 center front noenhanced tc rgb '#000000'
set label '0.753' at first 2, first 11 center front noenhanced tc rgb '#000000'
set label '0.720' at first 3, first 11 center front noenhanced tc rgb '#000000'
set label '0.760' at first 1, first 10 center front noenhanced tc rgb '#000000'
set label '0.758' at first 2, first 10 center front noenhanced tc rgb '#000000'
set label '0.726' at first 3, first 10 center front noenhanced tc rgb '#000000'
set label '0.519' at first 1, first 9 center front noenhanced tc rgb '#000000'
set label '0.463' at first 2, first 9 center front noenhanced tc rgb '#FFFFFF'
set label '0.584' at first 3, first 9 center front noenhanced tc rgb '#000000'
set label '0.529' at first 1, first 8 center front noenhanced tc rgb '#000000'
set label '0.457' at first 2, first 8 center front noenhanced tc rgb '#FFFFFF'
set label '0.584' at first 3, first 8 center front noenhanced tc rgb '#000000'
set label '0.501' at first 1, first 7 center front noenhanced tc rgb '#000000'
set label '0.444' at first 2, first 7 center front noenhanced tc rgb '#FFFFFF'
set label '0.563' at first 3, first 7 center front noenhanced tc rgb '#000000'
set label '0.553' at first 1, first 6 center front noenhanced tc rgb '#000000'
set label '0.513' at first 2, first 6 center front noenhanced tc rgb '#000000'
set label '0.577' at first 3, first 6 center front noenhanced tc rgb '#000000'
set label '0.548' at first 1, first 5 center front noenhanced tc rgb '#000000'
set label '0.464' at first 2, first 5 center front noenhanced tc rgb '#FFFFFF'
set label '0.589' at first 3, first 5 center front noenhanced tc rgb '#000000'
set label '0.295' at first 1, first 4 center front noenhanced tc rgb '#FFFFFF'
set label '0.274' at first 2, first 4 center front noenhanced tc rgb '#FFFFFF'
set label '0.367' at first 3, first 4 center front noenhanced tc rgb '#FFFFFF'
set label '0.512' at first 1, first 3 center front noenhanced tc rgb '#000000'
set label '0.453' at first 2, first 3 center front noenhanced tc rgb '#FFFFFF'
set label '0.540' at first 3, first 3 center front noenhanced tc rgb '#000000'
set label '0.541' at first 1, first 2 center front noenhanced tc rgb '#000000'
set label '0.497' at first 2, first 2 center front noenhanced tc rgb '#000000'
set label '0.575' at first 3, first 2 center front noenhanced tc rgb '#000000'
set label '0.457' at first 1, first 1 center front noenhanced tc rgb '#FFFFFF'
set label '0.408' at first 2, first 1 center front noenhanced tc rgb '#FFFFFF'
set label '0.555' at first 3, first 1 center front noenhanced tc rgb '#000000'
set object 1 rectangle from first 1.54, first 17.57 to first 2.46, first 18.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 2 rectangle from first 0.54, first 16.57 to first 1.46, first 17.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 3 rectangle from first 0.54, first 15.57 to first 1.46, first 16.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 4 rectangle from first 0.54, first 14.57 to first 1.46, first 15.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 5 rectangle from first 0.54, first 13.57 to first 1.46, first 14.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 6 rectangle from first 0.54, first 12.57 to first 1.46, first 13.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 7 rectangle from first 1.54, first 11.57 to first 2.46, first 12.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 8 rectangle from first 0.54, first 10.57 to first 1.46, first 11.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 9 rectangle from first 0.54, first 9.57 to first 1.46, first 10.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 10 rectangle from first 2.54, first 8.57 to first 3.46, first 9.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 11 rectangle from first 2.54, first 7.57 to first 3.46, first 8.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 12 rectangle from first 2.54, first 6.57 to first 3.46, first 7.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 13 rectangle from first 2.54, first 5.57 to first 3.46, first 6.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 14 rectangle from first 2.54, first 4.57 to first 3.46, first 5.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 15 rectangle from first 2.54, first 3.57 to first 3.46, first 4.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 16 rectangle from first 2.54, first 2.57 to first 3.46, first 3.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 17 rectangle from first 2.54, first 1.57 to first 3.46, first 2.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 18 rectangle from first 2.54, first 0.5700000000000001 to first 3.46, first 1.43 front fs empty border lc rgb '#D55E00' lw 1.8
plot 'heat-map-test-accuracy.tsv' index 0 using 1:2:(0.48):(0.45):3 with boxxyerror fs solid 1 noborder fc palette

unset output
reset
format = format eq 'svg' ? 'png' : format eq 'png' ? 'pdf' : ''
if (strlen(format)) {
  load 'heat-map-test-accuracy.gp'
}
if (exists("format")) { if (!strlen(format)) { undefine format } }
