"""One app with an endpoint for each thing that tests of rv.gradio ask for. Prints its URL when it is up."""

import os
import sys
import time

os.environ.update(GRADIO_ANALYTICS_ENABLED="False", HF_HUB_OFFLINE="1", GRADIO_TEMP_DIR=sys.argv[2])

import gradio as gr
import numpy as np


def greet(name, times):
    return f"Hello, {name}!" * int(times)


def count(to):
    for number in range(1, int(to) + 1):
        time.sleep(0.05)
        yield number


def slow(seconds, name):
    SEEN.append(f"begun {name}")
    try:
        for _ in range(int(float(seconds) * 20)):
            time.sleep(0.05)
            yield name
        SEEN.append(f"ended {name}")
    finally:
        SEEN.append(f"left {name}")


SEEN = []


def late(name):
    SEEN.append(f"late {name}")
    time.sleep(1)
    return name


def seen():
    return SEEN


def steps(progress=gr.Progress()):
    for _ in progress.tqdm(range(4), desc="Steps", unit="pages"):
        time.sleep(0.1)
    return "done"


def say():
    gr.Info("for your information", title="News", duration=3)
    gr.Warning("beware")
    gr.Success("it worked")
    return "said"


def refuse(text):
    raise gr.Error(f"No {text} here", title="Refused", duration=4)


def fail():
    raise ValueError("secret words")


def invert(image):
    return 255 - image


def louder(sound):
    rate, samples = sound
    return rate, np.clip(samples.astype(np.int32) * 2, -32768, 32767).astype(np.int16)


def same(value):
    return value


def pairs(tokens):
    return [(each["token"], each["class_or_confidence"]) for each in tokens]


def remember(word, words):
    words = [*words, word]
    return ", ".join(words), words


def recall(words):
    return ", ".join(words)


def classify(text):
    return {"long": min(1.0, len(text) / 10), "short": max(0.0, 1 - len(text) / 10)}


def mark(image):
    mask = np.zeros(image.shape[:2])
    mask[:1, :] = 1
    return image, [(mask, "top"), ((0, 0, 2, 2), "corner")]


def switch(kind):
    return gr.update(choices=[("One", 1), ("Two", 2)], value=2), gr.skip()


with gr.Blocks(title="Test app") as app:
    words = gr.State([])
    number, text, picture = gr.Number(label="to"), gr.Textbox(label="name"), gr.Image(label="picture")
    text_out, number_out = gr.Textbox(label="greeting"), gr.Number(label="number")
    sound, film, file = gr.Audio(label="sound"), gr.Video(label="film"), gr.File(label="file")
    choice = gr.Dropdown([1, 2], label="choice", value=1)
    radio = gr.Radio(["a", "b"], label="radio")
    group = gr.CheckboxGroup(["a", "b", "c"], label="group")
    box, slider = gr.Checkbox(label="box"), gr.Slider(0, 10, label="slider")
    data, markdown, markup = gr.JSON(label="data"), gr.Markdown(), gr.HTML()
    label, marked = gr.Label(label="label"), gr.AnnotatedImage(label="marked")
    table = gr.Dataframe(headers=["a", "b"], label="table")
    spans, pictures = gr.HighlightedText(label="spans"), gr.Gallery(label="pictures")
    chat, color = gr.Chatbot(label="chat"), gr.ColorPicker(label="color")
    code, moment = gr.Code(label="code"), gr.DateTime(label="moment")
    gr.api(lambda: "api", api_name="bare")

    def add(fn, inputs, outputs, name=None, **options):
        gr.on(None, fn, inputs, outputs, api_name=name or fn.__name__, **options)

    add(greet, [text, number], text_out)
    add(count, number, number_out)
    add(slow, [number, text], text_out, concurrency_limit=1)
    add(late, text, text_out)
    add(seen, None, data)
    add(steps, None, text_out)
    add(say, None, text_out)
    add(refuse, text, text_out)
    add(fail, None, text_out)
    add(invert, picture, picture)
    add(louder, sound, sound)
    add(remember, [text, words], [text_out, words])
    add(recall, words, text_out)
    add(classify, text, label)
    add(mark, picture, marked)
    add(switch, text, [choice, text_out])
    parts = dict(
        film=film, file=file, choice=choice, radio=radio, group=group, box=box, slider=slider, data=data,
        markdown=markdown, markup=markup, table=table, spans=spans, pictures=pictures, chat=chat, color=color,
        code=code, moment=moment,
    )
    for name, part in parts.items():
        add(pairs if name == "spans" else same, part, part, name=f"same_{name}")
    gr.on(picture.stream, invert, picture, picture, api_name="frames", stream_every=0.1, time_limit=30)

app.queue(default_concurrency_limit=4)
_, url, _ = app.launch(prevent_thread_lock=True, quiet=True, server_port=int(sys.argv[1]), show_error=sys.argv[3:] == ["show"], ssr_mode=False)
print(f"up {url}", flush=True)
sys.stdin.read()
