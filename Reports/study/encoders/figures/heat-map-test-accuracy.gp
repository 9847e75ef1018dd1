# Draws heat-map-test-accuracy (svg, png, pdf) from heat-map-test-accuracy.tsv: gnuplot heat-map-test-accuracy.gp
# provenance: {"$schema":"pdmpbench-figure-1","arguments":["Suites/study/encoders.yaml"],"code_versions":["0.1.0"],"command":"pdmpbench run Suites/study/encoders.yaml","commits":["1469a0a85580914312d95067393a844e7979e857"],"figure":"heat-map-test-accuracy","kind":"heat-map","preset":"double","records":420,"records_of_uncommitted_changes":0,"records_sha256":"e2ccae774d2df125f236b38f0f9c45058d98b2ceff60366f5e6839ff4f10913a","suite":"study-encoders","table_sha256":"ff1f97b43fd5dcdc192efda93ecb80fc398534c109dc32ec5176daa3c63ee3fe"}
set encoding utf8
if (!exists("format")) { format = 'svg' }
if (format eq 'svg') {
  set terminal svg size 840,526 fixed noenhanced font 'DejaVu Sans,12' background '#FFFFFF'
  set output 'heat-map-test-accuracy.svg'
}
if (format eq 'png') {
  set terminal pngcairo size 1680,1052 noenhanced font 'DejaVu Sans,9' fontscale 2 linewidth 2 pointscale 2 dashlength 1 background '#FFFFFF'
  set output 'heat-map-test-accuracy.png'
}
if (format eq 'pdf') {
  set terminal pdfcairo size 17.5cm,10.96cm noenhanced font 'DejaVu Sans,8' fontscale 1 linewidth 1 pointscale 0.6
  set output 'heat-map-test-accuracy.pdf'
}

set datafile separator tab
set title 'Mean test/accuracy; best of each problem framed' noenhanced
unset key
set border 0
set tics nomirror scale 0
set lmargin at screen 0.18
set bmargin 9.2
set xrange [0.5:5.5]
set yrange [0.5:8.5]
set xtics rotate by -30 noenhanced ('image-text, CN… of words' 1, 'image-text, CNN and GRU' 2, 'image-text, transformers' 3, 'video-audio, CNNs' 4, 'video-audio, MLPs' 5)
set ytics noenhanced ('joint' 8, 'joint (rate × 2)' 7, 'unimodal (image)' 6, 'unimodal (text)' 5, 'ogm-ge' 4, 'pdmp' 3, 'unimodal (video)' 2, 'unimodal (audio)' 1)
set rmargin at screen 0.8868571429
set cblabel 'test/accuracy' noenhanced offset 0.8
set cbrange [0.2501785714:0.7010714286]
set cbtics scale 0.5
set palette defined (0 '#00224E', 0.25 '#414D6B', 0.5 '#7D7C78', 0.75 '#BCAF6F', 1 '#FEE838')
set label '0.540' at first 1, first 8 center front noenhanced tc rgb '#000000'
set label '0.589' at first 2, first 8 center front noenhanced tc rgb '#000000'
set label '0.538' at first 3, first 8 center front noenhanced tc rgb '#000000'
set label '0.691' at first 4, first 8 center front noenhanced tc rgb '#000000'
set label '0.693' at first 5, first 8 center front noenhanced tc rgb '#000000'
set label '0.556' at first 1, first 7 center front noenhanced tc rgb '#000000'
set label '0.588' at first 2, first 7 center front noenhanced tc rgb '#000000'
set label '0.340' at first 3, first 7 center front noenhanced tc rgb '#FFFFFF'
set label '0.695' at first 4, first 7 center front noenhanced tc rgb '#000000'
set label '0.690' at first 5, first 7 center front noenhanced tc rgb '#000000'
set label '0.254' at first 1, first 6 center front noenhanced tc rgb '#FFFFFF'
set label '0.254' at first 2, first 6 center front noenhanced tc rgb '#FFFFFF'
set label '0.257' at first 3, first 6 center front noenhanced tc rgb '#FFFFFF'
set label '–' at first 4, first 6 center front tc rgb '#888888'
set label '–' at first 5, first 6 center front tc rgb '#888888'
set label '0.604' at first 1, first 5 center front noenhanced tc rgb '#000000'
set label '0.631' at first 2, first 5 center front noenhanced tc rgb '#000000'
set label '0.544' at first 3, first 5 center front noenhanced tc rgb '#000000'
set label '–' at first 4, first 5 center front tc rgb '#888888'
set label '–' at first 5, first 5 center front tc rgb '#888888'
set label '0.484' at first 1, first 4 center front noenhanced tc rgb '#000000'
set label '0.507' at first 2, first 4 center front noenhanced tc rgb '#000000'
set label '0.432' at first 3, first 4 center front noenhanced tc rgb '#FFFFFF'
set label '0.660' at first 4, first 4 center front noenhanced tc rgb '#000000'
set label '0.683' at first 5, first 4 center front noenhanced tc rgb '#000000'
set label '0.581' at first 1, first 3 center front noenhanced tc rgb '#000000'
set label '0.626' at first 2, first 3 center front noenhanced tc rgb '#000000'
set label '0.491' at first 3, first 3 center front noenhanced tc rgb '#000000'
set label '0.698' at first 4, first 3 center front noenhanced tc rgb '#000000'
set label '0.701' at first 5, first 3 center front noenhanced tc rgb '#000000'
set label '–' at first 1, first 2 center front tc rgb '#888888'
set label '–' at first 2, first 2 center front tc rgb '#888888'
set label '–' at first 3, first 2 center front tc rgb '#888888'
set label '0.271' at first 4, first 2 center front noenhanced tc rgb '#FFFFFF'
set label '0.250' at first 5, first 2 center front noenhanced tc rgb '#FFFFFF'
set label '–' at first 1, first 1 center front tc rgb '#888888'
set label '–' at first 2, first 1 center front tc rgb '#888888'
set label '–' at first 3, first 1 center front tc rgb '#888888'
set label '0.700' at first 4, first 1 center front noenhanced tc rgb '#000000'
set label '0.693' at first 5, first 1 center front noenhanced tc rgb '#000000'
set object 1 rectangle from first 0.54, first 4.57 to first 1.46, first 5.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 2 rectangle from first 1.54, first 4.57 to first 2.46, first 5.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 3 rectangle from first 2.54, first 4.57 to first 3.46, first 5.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 4 rectangle from first 3.54, first 0.5700000000000001 to first 4.46, first 1.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 5 rectangle from first 4.54, first 2.57 to first 5.46, first 3.43 front fs empty border lc rgb '#D55E00' lw 1.8
plot 'heat-map-test-accuracy.tsv' index 0 using 1:2:(0.48):(0.45):3 with boxxyerror fs solid 1 noborder fc palette

unset output
reset
format = format eq 'svg' ? 'png' : format eq 'png' ? 'pdf' : ''
if (strlen(format)) {
  load 'heat-map-test-accuracy.gp'
}
if (exists("format")) { if (!strlen(format)) { undefine format } }
