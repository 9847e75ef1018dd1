# Draws heat-map-test-accuracy (svg, png, pdf) from heat-map-test-accuracy.tsv: gnuplot heat-map-test-accuracy.gp
# provenance: {"$schema":"pdmpbench-figure-1","arguments":["Suites/study/balance.yaml"],"code_versions":["0.1.0"],"command":"pdmpbench run Suites/study/balance.yaml","commits":["1469a0a85580914312d95067393a844e7979e857"],"figure":"heat-map-test-accuracy","kind":"heat-map","preset":"double","records":504,"records_of_uncommitted_changes":0,"records_sha256":"d9092e713016286e88ec10587b1f9a801d90e3c024945ba3df005e30d53ef43c","suite":"study-balance","table_sha256":"adeee5d300d711fea33a23d6d602081cbe3f8b5358cf94243298eb722ed7fbc4"}
set encoding utf8
if (!exists("format")) { format = 'svg' }
if (format eq 'svg') {
  set terminal svg size 840,530 fixed noenhanced font 'DejaVu Sans,12' background '#FFFFFF'
  set output 'heat-map-test-accuracy.svg'
}
if (format eq 'png') {
  set terminal pngcairo size 1680,1060 noenhanced font 'DejaVu Sans,9' fontscale 2 linewidth 2 pointscale 2 dashlength 1 background '#FFFFFF'
  set output 'heat-map-test-accuracy.png'
}
if (format eq 'pdf') {
  set terminal pdfcairo size 17.5cm,11.04cm noenhanced font 'DejaVu Sans,8' fontscale 1 linewidth 1 pointscale 0.6
  set output 'heat-map-test-accuracy.pdf'
}

set datafile separator tab
set title 'Mean test/accuracy; best of each problem framed' noenhanced
unset key
set border 0
set tics nomirror scale 0
set lmargin at screen 0.1182857143
set xrange [0.5:3.5]
set yrange [0.5:12.5]
set xtics noenhanced ('easy-but-weak' 1, 'redundant' 2, 'complementary' 3)
set ytics noenhanced ('joint' 12, 'pdmp 1/64' 11, 'pdmp 1/16' 10, 'pdmp 1/8' 9, 'pdmp 1/4' 8, 'pdmp 1/2' 7, 'pdmp 1' 6, 'pdmp 2' 5, 'pdmp 4' 4, 'pdmp 8' 3, 'pdmp 16' 2, 'pdmp 64' 1)
set rmargin at screen 0.8868571429
set cblabel 'test/accuracy' noenhanced offset 0.8
set cbrange [0.5778095238:0.8097142857]
set cbtics scale 0.5
set palette defined (0 '#00224E', 0.25 '#414D6B', 0.5 '#7D7C78', 0.75 '#BCAF6F', 1 '#FEE838')
set label '0.782' at first 1, first 12 center front noenhanced tc rgb '#000000'
set label '0.792' at first 2, first 12 center front noenhanced tc rgb '#000000'
set label '0.618' at first 3, first 12 center front noenhanced tc rgb '#FFFFFF'
set label '0.706' at first 1, first 11 center front noenhanced tc rgb '#000000'
set label '0.762' at first 2, first 11 center front noenhanced tc rgb '#000000'
set label '0.581' at first 3, first 11 center front noenhanced tc rgb '#FFFFFF'
set label '0.719' at first 1, first 10 center front noenhanced tc rgb '#000000'
set label '0.778' at first 2, first 10 center front noenhanced tc rgb '#000000'
set label '0.603' at first 3, first 10 center front noenhanced tc rgb '#FFFFFF'
set label '0.734' at first 1, first 9 center front noenhanced tc rgb '#000000'
set label '0.782' at first 2, first 9 center front noenhanced tc rgb '#000000'
set label '0.604' at first 3, first 9 center front noenhanced tc rgb '#FFFFFF'
set label '0.744' at first 1, first 8 center front noenhanced tc rgb '#000000'
set label '0.787' at first 2, first 8 center front noenhanced tc rgb '#000000'
set label '0.611' at first 3, first 8 center front noenhanced tc rgb '#FFFFFF'
set label '0.763' at first 1, first 7 center front noenhanced tc rgb '#000000'
set label '0.791' at first 2, first 7 center front noenhanced tc rgb '#000000'
set label '0.618' at first 3, first 7 center front noenhanced tc rgb '#FFFFFF'
set label '0.782' at first 1, first 6 center front noenhanced tc rgb '#000000'
set label '0.792' at first 2, first 6 center front noenhanced tc rgb '#000000'
set label '0.618' at first 3, first 6 center front noenhanced tc rgb '#FFFFFF'
set label '0.791' at first 1, first 5 center front noenhanced tc rgb '#000000'
set label '0.792' at first 2, first 5 center front noenhanced tc rgb '#000000'
set label '0.610' at first 3, first 5 center front noenhanced tc rgb '#FFFFFF'
set label '0.802' at first 1, first 4 center front noenhanced tc rgb '#000000'
set label '0.790' at first 2, first 4 center front noenhanced tc rgb '#000000'
set label '0.602' at first 3, first 4 center front noenhanced tc rgb '#FFFFFF'
set label '0.807' at first 1, first 3 center front noenhanced tc rgb '#000000'
set label '0.788' at first 2, first 3 center front noenhanced tc rgb '#000000'
set label '0.595' at first 3, first 3 center front noenhanced tc rgb '#FFFFFF'
set label '0.810' at first 1, first 2 center front noenhanced tc rgb '#000000'
set label '0.786' at first 2, first 2 center front noenhanced tc rgb '#000000'
set label '0.589' at first 3, first 2 center front noenhanced tc rgb '#FFFFFF'
set label '0.785' at first 1, first 1 center front noenhanced tc rgb '#000000'
set label '0.777' at first 2, first 1 center front noenhanced tc rgb '#000000'
set label '0.578' at first 3, first 1 center front noenhanced tc rgb '#FFFFFF'
set object 1 rectangle from first 0.54, first 1.57 to first 1.46, first 2.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 2 rectangle from first 1.54, first 4.57 to first 2.46, first 5.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 3 rectangle from first 2.54, first 6.57 to first 3.46, first 7.43 front fs empty border lc rgb '#D55E00' lw 1.8
plot 'heat-map-test-accuracy.tsv' index 0 using 1:2:(0.48):(0.45):3 with boxxyerror fs solid 1 noborder fc palette

unset output
reset
format = format eq 'svg' ? 'png' : format eq 'png' ? 'pdf' : ''
if (strlen(format)) {
  load 'heat-map-test-accuracy.gp'
}
if (exists("format")) { if (!strlen(format)) { undefine format } }
