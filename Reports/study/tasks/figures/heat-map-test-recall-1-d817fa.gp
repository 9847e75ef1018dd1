# Draws heat-map-test-recall-1-d817fa (svg, png, pdf) from heat-map-test-recall-1-d817fa.tsv: gnuplot heat-map-test-recall-1-d817fa.gp
# provenance: {"$schema":"pdmpbench-figure-1","arguments":["Suites/study/tasks.yaml"],"code_versions":["0.1.0"],"command":"pdmpbench run Suites/study/tasks.yaml","commits":["1469a0a85580914312d95067393a844e7979e857"],"figure":"heat-map-test-recall-1-d817fa","kind":"heat-map","preset":"double","records":864,"records_of_uncommitted_changes":0,"records_sha256":"4a2db77c3c79f05bebbabb482c271efccbf056f664e4cb66490ce0916e2a5cf3","suite":"study-tasks","table_sha256":"f678481f52ec49c3b48aaaba1f50699ab1b322be0bd526fbbe12c0da62e87657"}
set encoding utf8
if (!exists("format")) { format = 'svg' }
if (format eq 'svg') {
  set terminal svg size 840,526 fixed noenhanced font 'DejaVu Sans,12' background '#FFFFFF'
  set output 'heat-map-test-recall-1-d817fa.svg'
}
if (format eq 'png') {
  set terminal pngcairo size 1680,1052 noenhanced font 'DejaVu Sans,9' fontscale 2 linewidth 2 pointscale 2 dashlength 1 background '#FFFFFF'
  set output 'heat-map-test-recall-1-d817fa.png'
}
if (format eq 'pdf') {
  set terminal pdfcairo size 17.5cm,10.96cm noenhanced font 'DejaVu Sans,8' fontscale 1 linewidth 1 pointscale 0.6
  set output 'heat-map-test-recall-1-d817fa.pdf'
}

set datafile separator tab
set title 'Mean test/recall@1; best of each problem framed' noenhanced
unset key
set border 0
set tics nomirror scale 0
set lmargin at screen 0.2005714286
set bmargin 9.2
set xrange [0.5:4.5]
set yrange [0.5:8.5]
set xtics rotate by -30 noenhanced ('image-text, ge…retrieval' 1, 'image-text, lo…retrieval' 2, 'video-audio, g…retrieval' 3, 'video-audio, l…retrieval' 4)
set ytics noenhanced ('joint' 8, 'unimodal (image)' 7, 'unimodal (text)' 6, 'pdmp' 5, 'pdmp (worst leads)' 4, 'ogm' 3, 'unimodal (video)' 2, 'unimodal (audio)' 1)
set rmargin at screen 0.8868571429
set cblabel 'test/recall@1' noenhanced offset 0.8
set cbrange [0.09416666667:0.3963888889]
set cbtics scale 0.5
set palette defined (0 '#00224E', 0.25 '#414D6B', 0.5 '#7D7C78', 0.75 '#BCAF6F', 1 '#FEE838')
set label '0.306' at first 1, first 8 center front noenhanced tc rgb '#000000'
set label '0.339' at first 2, first 8 center front noenhanced tc rgb '#000000'
set label '0.188' at first 3, first 8 center front noenhanced tc rgb '#FFFFFF'
set label '0.165' at first 4, first 8 center front noenhanced tc rgb '#FFFFFF'
set label '0.230' at first 1, first 7 center front noenhanced tc rgb '#FFFFFF'
set label '0.262' at first 2, first 7 center front noenhanced tc rgb '#000000'
set label '–' at first 3, first 7 center front tc rgb '#888888'
set label '–' at first 4, first 7 center front tc rgb '#888888'
set label '0.158' at first 1, first 6 center front noenhanced tc rgb '#FFFFFF'
set label '0.129' at first 2, first 6 center front noenhanced tc rgb '#FFFFFF'
set label '–' at first 3, first 6 center front tc rgb '#888888'
set label '–' at first 4, first 6 center front tc rgb '#888888'
set label '0.331' at first 1, first 5 center front noenhanced tc rgb '#000000'
set label '0.396' at first 2, first 5 center front noenhanced tc rgb '#000000'
set label '0.205' at first 3, first 5 center front noenhanced tc rgb '#FFFFFF'
set label '0.168' at first 4, first 5 center front noenhanced tc rgb '#FFFFFF'
set label '0.269' at first 1, first 4 center front noenhanced tc rgb '#000000'
set label '0.308' at first 2, first 4 center front noenhanced tc rgb '#000000'
set label '0.174' at first 3, first 4 center front noenhanced tc rgb '#FFFFFF'
set label '0.148' at first 4, first 4 center front noenhanced tc rgb '#FFFFFF'
set label '0.241' at first 1, first 3 center front noenhanced tc rgb '#000000'
set label '0.248' at first 2, first 3 center front noenhanced tc rgb '#000000'
set label '0.293' at first 3, first 3 center front noenhanced tc rgb '#000000'
set label '0.270' at first 4, first 3 center front noenhanced tc rgb '#000000'
set label '–' at first 1, first 2 center front tc rgb '#888888'
set label '–' at first 2, first 2 center front tc rgb '#888888'
set label '0.121' at first 3, first 2 center front noenhanced tc rgb '#FFFFFF'
set label '0.121' at first 4, first 2 center front noenhanced tc rgb '#FFFFFF'
set label '–' at first 1, first 1 center front tc rgb '#888888'
set label '–' at first 2, first 1 center front tc rgb '#888888'
set label '0.094' at first 3, first 1 center front noenhanced tc rgb '#FFFFFF'
set label '0.096' at first 4, first 1 center front noenhanced tc rgb '#FFFFFF'
set object 1 rectangle from first 0.54, first 4.57 to first 1.46, first 5.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 2 rectangle from first 1.54, first 4.57 to first 2.46, first 5.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 3 rectangle from first 2.54, first 2.57 to first 3.46, first 3.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 4 rectangle from first 3.54, first 2.57 to first 4.46, first 3.43 front fs empty border lc rgb '#D55E00' lw 1.8
plot 'heat-map-test-recall-1-d817fa.tsv' index 0 using 1:2:(0.48):(0.45):3 with boxxyerror fs solid 1 noborder fc palette

unset output
reset
format = format eq 'svg' ? 'png' : format eq 'png' ? 'pdf' : ''
if (strlen(format)) {
  load 'heat-map-test-recall-1-d817fa.gp'
}
if (exists("format")) { if (!strlen(format)) { undefine format } }
