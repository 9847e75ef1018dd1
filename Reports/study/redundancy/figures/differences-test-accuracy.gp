# Draws differences-test-accuracy (svg, png, pdf) from differences-test-accuracy.tsv: gnuplot differences-test-accuracy.gp
# provenance: {"$schema":"pdmpbench-figure-1","arguments":["Suites/study/redundancy.yaml"],"code_versions":["0.1.0"],"command":"pdmpbench run Suites/study/redundancy.yaml","commits":["1469a0a85580914312d95067393a844e7979e857"],"figure":"differences-test-accuracy","kind":"differences","preset":"double","records":1792,"records_of_uncommitted_changes":0,"records_sha256":"534a3196e2a34eb484344097454d35341d896e59832b5472577d0f272f88fd98","suite":"study-redundancy","table_sha256":"1fd14a1e6ac63c3182fb4126ccbcd88c88da6b0d47ce1478c02411ca3e5ea3f4"}
set encoding utf8
if (!exists("format")) { format = 'svg' }
if (format eq 'svg') {
  set terminal svg size 840,618 fixed noenhanced font 'DejaVu Sans,12' background '#FFFFFF'
  set output 'differences-test-accuracy.svg'
}
if (format eq 'png') {
  set terminal pngcairo size 1680,1236 noenhanced font 'DejaVu Sans,9' fontscale 2 linewidth 2 pointscale 2 dashlength 1 background '#FFFFFF'
  set output 'differences-test-accuracy.png'
}
if (format eq 'pdf') {
  set terminal pdfcairo size 17.5cm,12.88cm noenhanced font 'DejaVu Sans,8' fontscale 1 linewidth 1 pointscale 0.6
  set output 'differences-test-accuracy.pdf'
}

set datafile separator tab
set title 'Paired differences to joint training; framed: significant after Holm' noenhanced
unset key
set border 0
set tics nomirror scale 0
set lmargin at screen 0.2725714286
set xrange [0.5:4.5]
set yrange [0.5:16.5]
set xtics noenhanced ('late-fusion' 1, 'pdmp' 2, 'ogm-ge' 3, 'mmpareto' 4)
set ytics noenhanced ('redundancy 0.1, signal 0.25' 16, 'redundancy 0.1, signal 0.5' 15, 'redundancy 0.1, signal 0.75' 14, 'redundancy 0.1, signal 1.0' 13, 'redundancy 0.4, signal 0.25' 12, 'redundancy 0.4, signal 0.5' 11, 'redundancy 0.4, signal 0.75' 10, 'redundancy 0.4, signal 1.0' 9, 'redundancy 0.7, signal 0.25' 8, 'redundancy 0.7, signal 0.5' 7, 'redundancy 0.7, signal 0.75' 6, 'redundancy 0.7, signal 1.0' 5, 'redundancy 1.0, signal 0.25' 4, 'redundancy 1.0, signal 0.5' 3, 'redundancy 1.0, signal 0.75' 2, 'redundancy 1.0, signal 1.0' 1)
set rmargin at screen 0.8868571429
set cblabel 'difference of test/accuracy' noenhanced offset 0.8
set cbrange [-0.06221428571:0.06221428571]
set cbtics scale 0.5
set palette defined (-1 '#D55E00', -0.5 '#F0B98F', 0 '#FFFFFF', 0.5 '#8FC1DE', 1 '#0072B2')
set label '+0.009' at first 1, first 16 center front noenhanced tc rgb '#000000'
set label '0.000' at first 2, first 16 center front noenhanced tc rgb '#000000'
set label '−0.029' at first 3, first 16 center front noenhanced tc rgb '#000000'
set label '+0.008' at first 4, first 16 center front noenhanced tc rgb '#000000'
set label '−0.009' at first 1, first 15 center front noenhanced tc rgb '#000000'
set label '−0.005' at first 2, first 15 center front noenhanced tc rgb '#000000'
set label '−0.009' at first 3, first 15 center front noenhanced tc rgb '#000000'
set label '+0.007' at first 4, first 15 center front noenhanced tc rgb '#000000'
set label '−0.015' at first 1, first 14 center front noenhanced tc rgb '#000000'
set label '−0.009' at first 2, first 14 center front noenhanced tc rgb '#000000'
set label '−0.015' at first 3, first 14 center front noenhanced tc rgb '#000000'
set label '−0.009' at first 4, first 14 center front noenhanced tc rgb '#000000'
set label '−0.013' at first 1, first 13 center front noenhanced tc rgb '#000000'
set label '−0.001' at first 2, first 13 center front noenhanced tc rgb '#000000'
set label '−0.008' at first 3, first 13 center front noenhanced tc rgb '#000000'
set label '−0.006' at first 4, first 13 center front noenhanced tc rgb '#000000'
set label '+0.004' at first 1, first 12 center front noenhanced tc rgb '#000000'
set label '−0.008' at first 2, first 12 center front noenhanced tc rgb '#000000'
set label '−0.019' at first 3, first 12 center front noenhanced tc rgb '#000000'
set label '−0.008' at first 4, first 12 center front noenhanced tc rgb '#000000'
set label '+0.001' at first 1, first 11 center front noenhanced tc rgb '#000000'
set label '−0.004' at first 2, first 11 center front noenhanced tc rgb '#000000'
set label '−0.015' at first 3, first 11 center front noenhanced tc rgb '#000000'
set label '0.000' at first 4, first 11 center front noenhanced tc rgb '#000000'
set label '+0.017' at first 1, first 10 center front noenhanced tc rgb '#000000'
set label '+0.002' at first 2, first 10 center front noenhanced tc rgb '#000000'
set label '−0.005' at first 3, first 10 center front noenhanced tc rgb '#000000'
set label '+0.002' at first 4, first 10 center front noenhanced tc rgb '#000000'
set label '+0.019' at first 1, first 9 center front noenhanced tc rgb '#000000'
set label '+0.009' at first 2, first 9 center front noenhanced tc rgb '#000000'
set label '−0.008' at first 3, first 9 center front noenhanced tc rgb '#000000'
set label '+0.006' at first 4, first 9 center front noenhanced tc rgb '#000000'
set label '+0.005' at first 1, first 8 center front noenhanced tc rgb '#000000'
set label '−0.007' at first 2, first 8 center front noenhanced tc rgb '#000000'
set label '−0.053' at first 3, first 8 center front noenhanced tc rgb '#FFFFFF'
set label '−0.002' at first 4, first 8 center front noenhanced tc rgb '#000000'
set label '+0.017' at first 1, first 7 center front noenhanced tc rgb '#000000'
set label '+0.002' at first 2, first 7 center front noenhanced tc rgb '#000000'
set label '−0.027' at first 3, first 7 center front noenhanced tc rgb '#000000'
set label '+0.008' at first 4, first 7 center front noenhanced tc rgb '#000000'
set label '+0.032' at first 1, first 6 center front noenhanced tc rgb '#000000'
set label '−0.002' at first 2, first 6 center front noenhanced tc rgb '#000000'
set label '−0.021' at first 3, first 6 center front noenhanced tc rgb '#000000'
set label '+0.005' at first 4, first 6 center front noenhanced tc rgb '#000000'
set label '+0.044' at first 1, first 5 center front noenhanced tc rgb '#000000'
set label '−0.006' at first 2, first 5 center front noenhanced tc rgb '#000000'
set label '−0.011' at first 3, first 5 center front noenhanced tc rgb '#000000'
set label '+0.019' at first 4, first 5 center front noenhanced tc rgb '#000000'
set label '+0.003' at first 1, first 4 center front noenhanced tc rgb '#000000'
set label '+0.002' at first 2, first 4 center front noenhanced tc rgb '#000000'
set label '−0.062' at first 3, first 4 center front noenhanced tc rgb '#FFFFFF'
set label '−0.005' at first 4, first 4 center front noenhanced tc rgb '#000000'
set label '+0.003' at first 1, first 3 center front noenhanced tc rgb '#000000'
set label '−0.003' at first 2, first 3 center front noenhanced tc rgb '#000000'
set label '−0.027' at first 3, first 3 center front noenhanced tc rgb '#000000'
set label '−0.002' at first 4, first 3 center front noenhanced tc rgb '#000000'
set label '+0.009' at first 1, first 2 center front noenhanced tc rgb '#000000'
set label '−0.004' at first 2, first 2 center front noenhanced tc rgb '#000000'
set label '−0.010' at first 3, first 2 center front noenhanced tc rgb '#000000'
set label '+0.003' at first 4, first 2 center front noenhanced tc rgb '#000000'
set label '+0.005' at first 1, first 1 center front noenhanced tc rgb '#000000'
set label '−0.001' at first 2, first 1 center front noenhanced tc rgb '#000000'
set label '−0.004' at first 3, first 1 center front noenhanced tc rgb '#000000'
set label '+0.002' at first 4, first 1 center front noenhanced tc rgb '#000000'
set object 1 rectangle from first 2.54, first 7.57 to first 3.46, first 8.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 2 rectangle from first 0.54, first 4.57 to first 1.46, first 5.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 3 rectangle from first 2.54, first 3.57 to first 3.46, first 4.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 4 rectangle from first 2.54, first 2.57 to first 3.46, first 3.43 front fs empty border lc rgb '#D55E00' lw 1.8
plot 'differences-test-accuracy.tsv' index 0 using 1:2:(0.48):(0.45):3 with boxxyerror fs solid 1 noborder fc palette

unset output
reset
format = format eq 'svg' ? 'png' : format eq 'png' ? 'pdf' : ''
if (strlen(format)) {
  load 'differences-test-accuracy.gp'
}
if (exists("format")) { if (!strlen(format)) { undefine format } }
