"""The handlers of this demo on a Gradio server: pip install gradio, then python server.py"""

import gradio as gr


def calculate(a, operation, b):
    if a is None or b is None or not operation:
        return None
    if operation == "add":
        return a + b
    if operation == "subtract":
        return a - b
    if operation == "multiply":
        return a * b
    if b == 0:
        raise gr.Error("Cannot divide by zero")
    return a / b


def negative(frame):
    return None if frame is None else 255 - frame


with gr.Blocks() as server:
    gr.Interface(
        calculate,
        [gr.Number(), gr.Radio(["add", "subtract", "multiply", "divide"]), gr.Number()],
        gr.Number(),
        api_name="calculate",
    )
    gr.Interface(negative, gr.Image(), gr.Image(format="jpeg"), api_name="negative")

server.launch(server_port=7860)
