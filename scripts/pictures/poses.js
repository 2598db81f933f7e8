import {
  convert,
  draw,
  hear,
  openCamera,
  press,
  record,
  settle,
  showVideo,
  sing,
  useModel,
  write,
} from './actions.js';
import { portraitCamera, speakingMicrophone } from './devices.js';

/** How each demo gets to its picture; one that is not named is taken as it opens. */
export const poses = {
  playground: async (page) => {
    await page.$eval('#counter', (second) => second.remove());
    await page.waitForFunction(() =>
      document
        .querySelector('riv-playground')
        .shadowRoot.querySelector('iframe')
        ?.contentDocument.querySelector('[slot=output]:defined'),
    );
    await settle(1500);
  },
  rapid_generation: async (page) => {
    await press(page, 'Start');
    await settle(3000);
  },
  plot_component: async (page) => {
    await page.waitForFunction(() =>
      document.querySelector('riv-plot').shadowRoot.querySelector('.figure canvas'),
    );
    await settle(300);
  },
  model3D: async (page) => {
    await page.waitForFunction(
      () => document.querySelector('riv-model3d')?.shadowRoot?.querySelector('model-viewer')?.loaded,
      { timeout: 120_000 },
    );
    await settle(500);
  },
  fake_gan: async (page) => {
    await press(page, 'Generate pictures');
    await settle(2000);
  },
  imageslider: async (page) => {
    await press(page, 'Submit');
    await page.waitForFunction(() => document.querySelector('riv-image-slider').value);
    await settle(800);
  },
  zip_files: async (page) => {
    await page.evaluate(() =>
      document.querySelector('riv-interface').shadowRoot.querySelector('riv-examples').fill(0),
    );
    await press(page, 'Submit');
    await page.waitForFunction(() => document.querySelectorAll('riv-file')[1].value);
    await settle(500);
  },
  upload_button: async (page) => {
    await page.evaluate(async () => {
      const zoom = await (await fetch('../zoom.mp4')).blob();
      const icon = await (await fetch('../icon.svg')).blob();
      document
        .querySelector('#files')
        .fromHandler([
          new File([zoom], 'zoom.mp4', { type: 'video/mp4' }),
          new File([icon], 'icon.svg', { type: 'image/svg+xml' }),
        ]);
    });
    await settle(300);
  },
  ...chats({
    hello_chat: ['Ada'],
    chat_rules: ['Hello', 'I am tired of my computer'],
    chatbot_simple: ['Hello'],
    chatbot_streaming: ['Write'],
    chatbot_multimodal: ['What do you see?'],
    chatinterface_random_response: ['Is it raining?', 'Will it?'],
    chatinterface_streaming_echo: ['Are tomatoes vegetables?'],
    chatinterface_system_prompt: ['Hello'],
    chatinterface_artifacts: ['python please'],
    chatinterface_thoughts: ['What now?'],
    chatinterface_nested_thoughts: ['Bern'],
    chatinterface_options: ['Hello'],
    chatbot_retry_undo_like: ['One', 'Two'],
  }),
  hello_world: async (page) => {
    await write(page, 'name', 'Ada');
    await press(page, 'Submit');
    await settle(500);
  },
  calculator_live: async (page) => {
    await page.locator('aria/multiply[role="radio"]').click();
    await settle(500);
  },
  on_listener_live: async (page) => {
    await page.evaluate(() => {
      document.querySelector('#a').value = 6;
      document.querySelector('#b').value = 3;
    });
    await page.locator('#c').click();
    await settle(500);
  },
  count_generator: async (page) => {
    await press(page, 'Count');
    await settle(2300);
  },
  dataframe_component: () => settle(500),
  dataframe_streaming: async (page) => {
    await press(page, 'Submit');
    await settle(6000);
  },
  matrix_transpose: async (page) => {
    await page.evaluate(() => {
      document.querySelector('riv-dataframe').value = [
        [1, 2, 3],
        [4, 5, 6],
      ];
    });
    await press(page, 'Submit');
    await settle(1000);
  },
  tax_calculator: async (page) => {
    await page.locator('aria/Married[role="radio"]').click();
    await settle(1000);
  },
  fake_diffusion: async (page) => {
    await press(page, 'Submit');
    await settle(2500);
  },
  progress_simple: async (page) => {
    await write(page, 'word', 'streaming');
    await press(page, 'Submit');
    await settle(2600);
  },
  simple_state: async (page) => {
    await page.locator('aria/Milk[role="checkbox"]').click();
    await page.locator('aria/Water[role="checkbox"]').click();
    await press(page, 'Add items');
    await settle(500);
  },
  cancel_events: async (page) => {
    await press(page, 'Start iterating');
    await settle(2000);
  },
  render_textboxes: async (page) => {
    await page.evaluate(() => {
      const boxes = document.querySelectorAll('riv-render riv-textbox');
      for (const [at, text] of ['as', 'you', 'like it'].entries()) boxes[at].value = text;
    });
    await press(page, 'Join');
    await settle(800);
  },
  stream_video_out: async (page) => {
    await press(page, 'Submit');
    await page.evaluate(() => scrollTo(0, 0));
    await settle(6000);
  },
  keep_repeating_video: async (page) => {
    await showVideo(page);
    await settle(4000);
  },
  video_identity: async (page) => {
    await showVideo(page);
    await settle(2000);
  },
  webcam_constraints: async (page) => {
    await openCamera(page);
    await page.locator('aria/Record').click();
    await settle(2500);
  },
  blocks_webcam: async (page) => {
    await openCamera(page);
    await page.locator('aria/Capture photo').click();
    await press(page, 'Submit');
    await settle(800);
  },
  generate_tone: async (page) => {
    await press(page, 'A');
    await settle(2500);
  },
  stream_audio_out: async (page) => {
    await press(page, 'Stream as files');
    await press(page, 'Stream as bytes');
    await settle(6000);
  },
  reverse_audio: async (page) => {
    await sing(page, 3);
    await press(page, 'Submit');
    await settle(1500);
  },
  keep_repeating: async (page) => {
    await sing(page, 0.8);
    await press(page, 'Submit');
    await settle(10_500);
  },
  stream_audio: (page) => hear(page, 6000),
  spectrogram: (page) => hear(page, 6500),
  video_to_gif: convert,
  trim_and_convert: convert,
  face_detection: async (page) => {
    await useModel(page, 'test/fixtures/models/orange.onnx');
    await page.evaluate(portraitCamera);
    await record(page);
    await settle(2000);
  },
  digits: async (page) => {
    await page.waitForFunction(
      () => document.querySelector('riv-image').shadowRoot.querySelector('.sketch > canvas')?.clientWidth,
    );
    await draw(page, [[26, 30], [36, 18], [52, 14], [68, 22], [70, 38], [56, 54], [38, 68], [24, 82], [50, 78], [78, 82]]); // biome-ignore format: a two
    await settle(2500);
  },
  onnx_filter: (page) => record(page),
  image_classifier: async (page) => {
    await press(page, 'Submit');
    await page.waitForFunction(() => document.querySelector('riv-label').value);
    await settle(800);
  },
  voice_activity: async (page) => {
    await page.evaluate(speakingMicrophone);
    await press(page, 'Record');
    await page.waitForFunction(() => document.querySelector('riv-label').value);
    await settle(9500);
  },
  stream_frames: record,
  live_dashboard: record,
  streaming_simple: record,
  streaming_filter: (page) => record(page, 'cartoon'),
  streaming_filter_unified: (page) => record(page, 'edges'),
};

/** Poses of chats: what is asked in each, one question after the other. */
function chats(questions) {
  const pose = (texts) => async (page) => {
    for (const text of texts) {
      await page.evaluate((text) => {
        const box = [...document.querySelectorAll('riv-textbox, riv-multimodal-textbox')].find(
          (each) => each.slot !== 'additional' && each.shadowRoot?.querySelector('textarea'),
        );
        const entry = box.shadowRoot.querySelector('textarea');
        entry.value = text;
        entry.dispatchEvent(new Event('input', { bubbles: true }));
        entry.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', cancelable: true }));
      }, text);
      await settle(2500);
    }
  };
  return Object.fromEntries(Object.entries(questions).map(([name, texts]) => [name, pose(texts)]));
}
