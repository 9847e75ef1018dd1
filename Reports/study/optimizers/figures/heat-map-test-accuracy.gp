# Draws heat-map-test-accuracy (svg, png, pdf) from heat-map-test-accuracy.tsv: gnuplot heat-map-test-accuracy.gp
# provenance: {"$schema":"pdmpbench-figure-1","arguments":["Suites/study/optimizers.yaml"],"code_versions":["0.1.0"],"command":"pdmpbench run Suites/study/optimizers.yaml","commits":["1469a0a85580914312d95067393a844e7979e857"],"figure":"heat-map-test-accuracy","kind":"heat-map","preset":"double","records":280,"records_of_uncommitted_changes":0,"records_sha256":"ab65c27944ef615092a64842984065ccd7ac2ec753a5ba59fe8cca43c3537c85","suite":"study-optimizers","table_sha256":"e0e8c7cf0c2003d9a9caa9cef6c6c2d8868ad2c4c09da981216c26b92ba571e6"}
set encoding utf8
if (!exists("format")) { format = 'svg' }
if (format eq 'svg') {
  set terminal svg size 840,470 fixed noenhanced font 'DejaVu Sans,12' background '#FFFFFF'
  set output 'heat-map-test-accuracy.svg'
}
if (format eq 'png') {
  set terminal pngcairo size 1680,941 noenhanced font 'DejaVu Sans,9' fontscale 2 linewidth 2 pointscale 2 dashlength 1 background '#FFFFFF'
  set output 'heat-map-test-accuracy.png'
}
if (format eq 'pdf') {
  set terminal pdfcairo size 17.5cm,9.8cm noenhanced font 'DejaVu Sans,8' fontscale 1 linewidth 1 pointscale 0.6
  set output 'heat-map-test-accuracy.pdf'
}

set datafile separator tab
set title 'Mean test/accuracy; best of each problem framed' noenhanced
unset key
set border 0
set tics nomirror scale 0
set lmargin at screen 0.2725714286
set xrange [0.5:2.5]
set yrange [0.5:10.5]
set xtics noenhanced ('easy-but-weak' 1, 'redundant' 2)
set ytics noenhanced ('joint under SGD' 10, 'gradient under SGD' 9, 'joint under plain descent' 8, 'gradient under plain descent' 7, 'joint under Adam' 6, 'gradient under Adam' 5, 'update under Adam' 4, 'joint under AdamW' 3, 'gradient under AdamW' 2, 'update under AdamW' 1)
set rmargin at screen 0.8868571429
set cblabel 'test/accuracy' noenhanced offset 0.8
set cbrange [0.7692380952:0.806952381]
set cbtics scale 0.5
set palette defined (0 '#00224E', 0.25 '#414D6B', 0.5 '#7D7C78', 0.75 '#BCAF6F', 1 '#FEE838')
set label '0.782' at first 1, first 10 center front noenhanced tc rgb '#FFFFFF'
set label '0.792' at first 2, first 10 center front noenhanced tc rgb '#000000'
set label '0.802' at first 1, first 9 center front noenhanced tc rgb '#000000'
set label '0.789' at first 2, first 9 center front noenhanced tc rgb '#000000'
set label '0.769' at first 1, first 8 center front noenhanced tc rgb '#FFFFFF'
set label '0.787' at first 2, first 8 center front noenhanced tc rgb '#000000'
set label '0.789' at first 1, first 7 center front noenhanced tc rgb '#000000'
set label '0.791' at first 2, first 7 center front noenhanced tc rgb '#000000'
set label '0.780' at first 1, first 6 center front noenhanced tc rgb '#FFFFFF'
set label '0.801' at first 2, first 6 center front noenhanced tc rgb '#000000'
set label '0.780' at first 1, first 5 center front noenhanced tc rgb '#FFFFFF'
set label '0.801' at first 2, first 5 center front noenhanced tc rgb '#000000'
set label '0.807' at first 1, first 4 center front noenhanced tc rgb '#000000'
set label '0.796' at first 2, first 4 center front noenhanced tc rgb '#000000'
set label '0.782' at first 1, first 3 center front noenhanced tc rgb '#FFFFFF'
set label '0.801' at first 2, first 3 center front noenhanced tc rgb '#000000'
set label '0.782' at first 1, first 2 center front noenhanced tc rgb '#FFFFFF'
set label '0.801' at first 2, first 2 center front noenhanced tc rgb '#000000'
set label '0.806' at first 1, first 1 center front noenhanced tc rgb '#000000'
set label '0.799' at first 2, first 1 center front noenhanced tc rgb '#000000'
set object 1 rectangle from first 0.54, first 3.57 to first 1.46, first 4.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 2 rectangle from first 1.54, first 5.57 to first 2.46, first 6.43 front fs empty border lc rgb '#D55E00' lw 1.8
plot 'heat-map-test-accuracy.tsv' index 0 using 1:2:(0.48):(0.45):3 with boxxyerror fs solid 1 noborder fc palette

unset output
reset
format = format eq 'svg' ? 'png' : format eq 'png' ? 'pdf' : ''
if (strlen(format)) {
  load 'heat-map-test-accuracy.gp'
}
if (exists("format")) { if (!strlen(format)) { undefine format } }
