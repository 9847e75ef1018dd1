# Draws heat-map-test-accuracy (svg, png, pdf) from heat-map-test-accuracy.tsv: gnuplot heat-map-test-accuracy.gp
# provenance: {"$schema":"pdmpbench-figure-1","arguments":["Suites/study/modalities.yaml"],"code_versions":["0.1.0"],"command":"pdmpbench run Suites/study/modalities.yaml","commits":["1469a0a85580914312d95067393a844e7979e857"],"figure":"heat-map-test-accuracy","kind":"heat-map","preset":"double","records":336,"records_of_uncommitted_changes":0,"records_sha256":"8afdda92a283817f092bff793c81c6d602f5427ccd5dea57320bee305a20cc23","suite":"study-modalities","table_sha256":"e69d4e25fe805db5f5d80bdc563b2fb6f184d8aa47e915b09440cd5498b515ff"}
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
set lmargin at screen 0.2005714286
set xrange [0.5:2.5]
set yrange [0.5:12.5]
set xtics noenhanced ('easy-but-weak, three' 1, 'redundant, three' 2)
set ytics noenhanced ('joint' 12, 'joint (rate × 2)' 11, 'unimodal (a)' 10, 'unimodal (b)' 9, 'unimodal (c)' 8, 'late-fusion' 7, 'ogm-ge' 6, 'mmpareto' 5, 'pdmp' 4, 'pdmp (ladder)' 3, 'pdmp (reversed)' 2, 'pdmp (worst leads)' 1)
set rmargin at screen 0.8868571429
set cblabel 'test/accuracy' noenhanced offset 0.8
set cbrange [0.4044761905:0.8816666667]
set cbtics scale 0.5
set palette defined (0 '#00224E', 0.25 '#414D6B', 0.5 '#7D7C78', 0.75 '#BCAF6F', 1 '#FEE838')
set label '0.789' at first 1, first 12 center front noenhanced tc rgb '#000000'
set label '0.822' at first 2, first 12 center front noenhanced tc rgb '#000000'
set label '0.799' at first 1, first 11 center front noenhanced tc rgb '#000000'
set label '0.807' at first 2, first 11 center front noenhanced tc rgb '#000000'
set label '0.702' at first 1, first 10 center front noenhanced tc rgb '#000000'
set label '0.741' at first 2, first 10 center front noenhanced tc rgb '#000000'
set label '0.540' at first 1, first 9 center front noenhanced tc rgb '#FFFFFF'
set label '0.569' at first 2, first 9 center front noenhanced tc rgb '#FFFFFF'
set label '0.645' at first 1, first 8 center front noenhanced tc rgb '#000000'
set label '0.404' at first 2, first 8 center front noenhanced tc rgb '#FFFFFF'
set label '0.882' at first 1, first 7 center front noenhanced tc rgb '#000000'
set label '0.820' at first 2, first 7 center front noenhanced tc rgb '#000000'
set label '0.785' at first 1, first 6 center front noenhanced tc rgb '#000000'
set label '0.802' at first 2, first 6 center front noenhanced tc rgb '#000000'
set label '0.877' at first 1, first 5 center front noenhanced tc rgb '#000000'
set label '0.816' at first 2, first 5 center front noenhanced tc rgb '#000000'
set label '0.805' at first 1, first 4 center front noenhanced tc rgb '#000000'
set label '0.818' at first 2, first 4 center front noenhanced tc rgb '#000000'
set label '0.800' at first 1, first 3 center front noenhanced tc rgb '#000000'
set label '0.820' at first 2, first 3 center front noenhanced tc rgb '#000000'
set label '0.776' at first 1, first 2 center front noenhanced tc rgb '#000000'
set label '0.820' at first 2, first 2 center front noenhanced tc rgb '#000000'
set label '0.784' at first 1, first 1 center front noenhanced tc rgb '#000000'
set label '0.818' at first 2, first 1 center front noenhanced tc rgb '#000000'
set object 1 rectangle from first 0.54, first 6.57 to first 1.46, first 7.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 2 rectangle from first 1.54, first 11.57 to first 2.46, first 12.43 front fs empty border lc rgb '#D55E00' lw 1.8
plot 'heat-map-test-accuracy.tsv' index 0 using 1:2:(0.48):(0.45):3 with boxxyerror fs solid 1 noborder fc palette

unset output
reset
format = format eq 'svg' ? 'png' : format eq 'png' ? 'pdf' : ''
if (strlen(format)) {
  load 'heat-map-test-accuracy.gp'
}
if (exists("format")) { if (!strlen(format)) { undefine format } }
