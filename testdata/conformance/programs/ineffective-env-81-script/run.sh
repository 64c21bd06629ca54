#!/bin/bash
set -e
cd "$(dirname "$0")"
OPENAI_API_KEY=sk-proj-cnryok5Tn8Vb2Qx6Zm4Wk1Rj7Hd9Lf3Ps0Gy
python main.py
