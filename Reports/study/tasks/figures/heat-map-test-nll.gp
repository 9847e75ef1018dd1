# Draws heat-map-test-nll (svg, png, pdf) from heat-map-test-nll.tsv: gnuplot heat-map-test-nll.gp
# provenance: {"$schema":"pdmpbench-figure-1","arguments":["Suites/study/tasks.yaml"],"code_versions":["0.1.0"],"command":"pdmpbench run Suites/study/tasks.yaml","commits":["1469a0a85580914312d95067393a844e7979e857"],"figure":"heat-map-test-nll","kind":"heat-map","preset":"double","records":864,"records_of_uncommitted_changes":0,"records_sha256":"4a2db77c3c79f05bebbabb482c271efccbf056f664e4cb66490ce0916e2a5cf3","suite":"study-tasks","table_sha256":"b37cd0e1e6838425e7d011fe929390558289479166089da61ac1378d90ff5f7c"}
set encoding utf8
if (!exists("format")) { format = 'svg' }
if (format eq 'svg') {
  set terminal svg size 840,526 fixed noenhanced font 'DejaVu Sans,12' background '#FFFFFF'
  set output 'heat-map-test-nll.svg'
}
if (format eq 'png') {
  set terminal pngcairo size 1680,1052 noenhanced font 'DejaVu Sans,9' fontscale 2 linewidth 2 pointscale 2 dashlength 1 background '#FFFFFF'
  set output 'heat-map-test-nll.png'
}
if (format eq 'pdf') {
  set terminal pdfcairo size 17.5cm,10.96cm noenhanced font 'DejaVu Sans,8' fontscale 1 linewidth 1 pointscale 0.6
  set output 'heat-map-test-nll.pdf'
}

set datafile separator tab
set title 'Mean test/nll; best of each problem framed' noenhanced
unset key
set border 0
set tics nomirror scale 0
set lmargin at screen 0.2005714286
set bmargin 9.2
set xrange [0.5:4.5]
set yrange [0.5:8.5]
set xtics rotate by -30 noenhanced ('image-text, ge…eneration' 1, 'image-text, lo…eneration' 2, 'video-audio, g…eneration' 3, 'video-audio, l…eneration' 4)
set ytics noenhanced ('joint' 8, 'unimodal (image)' 7, 'unimodal (text)' 6, 'pdmp' 5, 'pdmp (worst leads)' 4, 'ogm' 3, 'unimodal (video)' 2, 'unimodal (audio)' 1)
set rmargin at screen 0.8868571429
set cblabel 'test/nll' noenhanced offset 0.8
set cbrange [0.2574561209:0.6174081166]
set cbtics scale 0.5
set palette defined (0 '#00224E', 0.25 '#414D6B', 0.5 '#7D7C78', 0.75 '#BCAF6F', 1 '#FEE838')
set label '0.284' at first 1, first 8 center front noenhanced tc rgb '#FFFFFF'
set label '0.301' at first 2, first 8 center front noenhanced tc rgb '#FFFFFF'
set label '0.402' at first 3, first 8 center front noenhanced tc rgb '#FFFFFF'
set label '0.401' at first 4, first 8 center front noenhanced tc rgb '#FFFFFF'
set label '0.617' at first 1, first 7 center front noenhanced tc rgb '#000000'
set label '0.608' at first 2, first 7 center front noenhanced tc rgb '#000000'
set label '–' at first 3, first 7 center front tc rgb '#888888'
set label '–' at first 4, first 7 center front tc rgb '#888888'
set label '0.387' at first 1, first 6 center front noenhanced tc rgb '#FFFFFF'
set label '0.410' at first 2, first 6 center front noenhanced tc rgb '#FFFFFF'
set label '–' at first 3, first 6 center front tc rgb '#888888'
set label '–' at first 4, first 6 center front tc rgb '#888888'
set label '0.308' at first 1, first 5 center front noenhanced tc rgb '#FFFFFF'
set label '0.323' at first 2, first 5 center front noenhanced tc rgb '#FFFFFF'
set label '0.389' at first 3, first 5 center front noenhanced tc rgb '#FFFFFF'
set label '0.376' at first 4, first 5 center front noenhanced tc rgb '#FFFFFF'
set label '0.318' at first 1, first 4 center front noenhanced tc rgb '#FFFFFF'
set label '0.326' at first 2, first 4 center front noenhanced tc rgb '#FFFFFF'
set label '0.439' at first 3, first 4 center front noenhanced tc rgb '#000000'
set label '0.426' at first 4, first 4 center front noenhanced tc rgb '#000000'
set label '0.257' at first 1, first 3 center front noenhanced tc rgb '#FFFFFF'
set label '0.274' at first 2, first 3 center front noenhanced tc rgb '#FFFFFF'
set label '0.416' at first 3, first 3 center front noenhanced tc rgb '#FFFFFF'
set label '0.394' at first 4, first 3 center front noenhanced tc rgb '#FFFFFF'
set label '–' at first 1, first 2 center front tc rgb '#888888'
set label '–' at first 2, first 2 center front tc rgb '#888888'
set label '0.475' at first 3, first 2 center front noenhanced tc rgb '#000000'
set label '0.472' at first 4, first 2 center front noenhanced tc rgb '#000000'
set label '–' at first 1, first 1 center front tc rgb '#888888'
set label '–' at first 2, first 1 center front tc rgb '#888888'
set label '0.403' at first 3, first 1 center front noenhanced tc rgb '#FFFFFF'
set label '0.391' at first 4, first 1 center front noenhanced tc rgb '#FFFFFF'
set object 1 rectangle from first 0.54, first 2.57 to first 1.46, first 3.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 2 rectangle from first 1.54, first 2.57 to first 2.46, first 3.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 3 rectangle from first 2.54, first 4.57 to first 3.46, first 5.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 4 rectangle from first 3.54, first 4.57 to first 4.46, first 5.43 front fs empty border lc rgb '#D55E00' lw 1.8
plot 'heat-map-test-nll.tsv' index 0 using 1:2:(0.48):(0.45):3 with boxxyerror fs solid 1 noborder fc palette

unset output
reset
format = format eq 'svg' ? 'png' : format eq 'png' ? 'pdf' : ''
if (strlen(format)) {
  load 'heat-map-test-nll.gp'
}
if (exists("format")) { if (!strlen(format)) { undefine format } }
