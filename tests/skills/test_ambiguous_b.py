"""Names in modelling and operations that are also plain words, places, brands or other crafts."""

import pytest

from seasoned import catalogue
from seasoned.skills.finding import finder_for
from seasoned.skills.reading import SKILLS

BUILT_IN = catalogue.read(SKILLS).things


def terms(text: str) -> set[str]:
    return {mention.term for mention in finder_for(BUILT_IN).mentions(text)}


TRICKY = [
    ("CNNs", "CNN and LSTM for images", "As seen on CNN, BBC and Forbes"),
    ("PCA", "Feature reduction with PCA", "Patient-controlled analgesia (PCA) pumps"),
    ("computer vision", "Deep learning for CV and NLP", "Send your CV and a cover letter to us"),
    ("machine learning", "Knows ML and SQL", "Doses of 5 mL a day"),
    ("AI", "Hands-on experience with AI", "We are an AI company with funding from big names"),
    ("neural networks", "ANN, SVM and random forests", "Our office in Ann Arbor"),
    ("deep learning", "ML, DL and NLP", "A valid DL and a clean driving record"),
    ("reinforcement learning", "Imitation and RL policies", "The store RL on Main Street"),
    ("Gymnasium", "RL with Gym and MuJoCo", "Free Gym membership on-site"),
    ("PPO", "RLHF with PPO or DPO", "Medical PPO and dental plans"),
    ("DPO", "Preference tuning with DPO and SFT", "Our DPO answers questions on GDPR"),
    ("supervised fine-tuning", "SFT, RLHF and reward models", "Meet the SFT of the night shift"),
    ("LoRA", "LoRA and QLoRA for tuning", "LoRA radio for IoT meters"),
    ("transformers", "Attention and transformers for text", "High-voltage transformers"),
    ("BERT", "BERT and spaCy", "Albert runs the shop"),
    ("T5", "BERT, T5 and GPT", "Parking on level T5"),
    ("BART", "BERT, BART and T5", "Two minutes from BART station in San Francisco"),
    ("Caffe", "TensorFlow, Caffe and Theano", "Free lunch in our Caffe"),
    ("Flax", "JAX and Flax", "A shirt of Flax"),
    ("Candle", "Rust and Candle for inference", "Candle light dinners"),
    ("Stan", "Bayesian models in Stan", "Stan Miller founded the firm"),
    ("Pyro", "Bayesian inference with Pyro", "Pyro shows for festivals"),
    ("Prophet", "Time series with Prophet", "a prophet of change"),
    ("Darts", "Forecasting with Darts and sktime", "Darts and table football"),
    ("H2O", "AutoML with H2O and Python", "We sell H2O in bottles"),
    ("caret", "R with caret and dplyr", "Press the caret"),
    ("Weka", "Weka and RapidMiner", "Weka storage for NVMe"),
    ("LIME", "SHAP and LIME explain models", "Lime scooters in town"),
    ("Claude", "Prompts for Claude and GPT", "Claude Monet prints on the wall"),
    ("Gemini", "LLMs such as Gemini and Claude", "Custody for Gemini, a crypto exchange"),
    ("Hugging Face Accelerate", "PEFT, TRL and Accelerate", "Accelerate training in PyTorch"),
    ("Hugging Face Transformers", "Hugging Face Transformers", "Transformers for power grids"),
    ("Hugging Face Diffusers", "Hugging Face with diffusers", "Fan and air diffusers"),
    ("Edward", "Pyro, Edward or Stan", "Edward Smith leads the team"),
    ("Inspect AI", "Evals in Inspect or Promptfoo", "Inspect LLM traces"),
    ("Instructor", "Pydantic and Instructor", "Instructor of a yoga course"),
    ("Flower", "Federated training in Flower", "A Flower shop"),
    ("RAPIDS", "GPU work in RAPIDS and cuDF", "Grand Rapids, Michigan"),
    ("identity and access management", "IAM on AWS", "I am here"),
    ("state space models", "Mamba and state space layers", "Mamba dancing"),
    ("multi-instance GPU", "MIG on an H100 GPU", "MIG welding"),
    ("Llama", "LLMs such as Llama and Qwen", "Karllama street"),
    ("Mistral", "Fine-tune Llama or Mistral models", "The Mistral blows in spring"),
    ("Falcon LLM", "Llama, Falcon and Mistral", "Rockets such as Falcon 9 by SpaceX"),
    ("Google Bard", "ChatGPT and Bard", "A Bard College alumnus"),
    ("Cohere", "LLMs from OpenAI and Cohere", "Teams that cohere"),
    ("Gemma", "Llama and Gemma models", "Gemma leads the office"),
    ("GANs", "GAN and VAE for images", "GaN power devices of gallium nitride"),
    ("diffusion models", "GAN and diffusion for image work", "Diffusion of innovation"),
    ("Sora", "Video generation with Sora and Veo", "Sora is a town in Lazio"),
    ("CLIP", "Vision models such as CLIP and DINO", "CLIP your coupons"),
    ("Whisper", "ASR with Whisper", "Whisper rooms for calls"),
    ("NVIDIA NeMo", "NeMo on NVIDIA GPU servers", "Finding NeMo was her film"),
    ("Haystack", "RAG with Haystack and LangChain", "A needle in a haystack"),
    ("RAG", "Builds RAG over documents", "a rag trade"),
    ("MCP", "Agents that use MCP servers", "MCP, Microsoft Certified Professional"),
    ("A2A", "MCP and A2A for agents", "A2A payments in banking"),
    ("AI agents", "LLM agents with tools", "Agents in our call center"),
    ("ReAct prompting", "ReAct agents in LangGraph", "Front ends in React"),
    ("Google ADK", "Agents in ADK or LangGraph", "The ADK trail"),
    ("AutoGen", "AutoGen for agents", "A town called Autogen"),
    ("GRPO", "RLHF, DPO, GRPO", "The GRPO form"),
    ("dropout", "Batch norm and dropout layers", "A high school dropout program"),
    ("lasso", "Ridge and lasso regression", "Ranch hands who lasso cattle"),
    ("gradient boosting", "Bagging, boosting and trees", "Boosting sales"),
    ("decision trees", "CART and random forests", "Abandoned at the CART and checkout"),
    ("regression", "Classification and regression", "Regression testing of releases"),
    ("classification", "Classification and clustering", "Security classification of the job"),
    ("clustering", "Clustering and PCA", "A cluster of shops"),
    ("customer segmentation", "Churn and segmentation", "Segmentation of lesions"),
    ("mathematical optimization", "Simulation and optimization", "Search engine optimization"),
    (
        "Basel III",
        "Rules by Basel, OCC and the Federal Reserve",
        "Our office in Basel, Switzerland",
    ),
    ("mathematics", "A strong background in mathematics", "A degree in Mathematics or Physics"),
    ("attention mechanisms", "KV cache and attention in decoding", "Close attention to detail"),
    ("mean average precision", "mAP and IoU for detection", "a map of the city"),
    ("LLM evaluation", "Writes evals for agents", "Annual reviews"),
    ("publications", "Publications at NeurIPS or ICML", "Our trade publications for the press"),
    ("bootstrapping", "Resampling and bootstrapping", "We are bootstrapping our startup"),
    ("fine-tuning", "Fine-tuning of models", "fine tuna"),
    ("Unity", "Games in Unity and C#", "Data in Unity Catalog"),
    ("Mesa", "Agent-based simulation in Mesa", "The plant in Mesa, Arizona"),
    ("Kubernetes", "Runs k8s", "The cubes"),
    ("Helm", "Kubernetes with Helm", "She is at the helm"),
    ("Argo CD", "GitOps with Argo and Flux", "The film Argo"),
    ("Flux CD", "GitOps with Argo and Flux", "Flux of neutrons"),
    ("HashiCorp Vault", "Terraform and Vault", "Data Vault modelling"),
    ("Chef", "Chef, Puppet and Ansible", "Lunch by our Chef"),
    ("Puppet", "Chef, Puppet and Ansible", "Puppet shows"),
    ("SaltStack", "Ansible, Puppet or Salt", "Offices in Salt Lake City"),
    ("Rancher", "Kubernetes in Rancher", "A Rancher with cattle"),
    ("Nomad", "HashiCorp Nomad and Consul", "Live as a digital Nomad"),
    ("Bicep", "Azure with Bicep", "A bicep curl in the gym"),
    ("Harbor", "A Harbor registry for Docker", "An office at the Harbor"),
    ("Spinnaker", "Jenkins and Spinnaker", "We hoist the Spinnaker"),
    ("Bamboo", "Jenkins or Bamboo", "Floors of Bamboo"),
    ("CI/CD", "CI and CD with Jenkins", "Tickets on a CD"),
    ("Amazon Bedrock", "Models on Bedrock", "the bedrock of our firm"),
    ("Vertex AI", "GCP with Vertex and BigQuery", "Vertex Pharmaceuticals"),
    ("IBM Watson", "IBM Watson", "Emma Watson"),
    ("Domino Data Lab", "Dataiku, Domino or SageMaker", "A Domino for lunch"),
    ("Modal", "RunPod or Modal for GPU jobs", "A Modal window"),
    ("Neptune.ai", "MLflow or Neptune", "AWS Neptune and Gremlin"),
    ("Comet ML", "MLflow, Comet or wandb", "A Comet in the sky"),
    ("Aim", "MLflow, Aim, TensorBoard", "Our Aim is clear"),
    ("Evidently AI", "Drift checks with Evidently", "Evidently, we care"),
    ("drift detection", "Watch models for drift", "Drift of sand"),
    ("canary deployment", "Canary and blue-green rollout", "Remote from the Canary Islands"),
    ("SRE", "SRE on-call", "sre gorod"),
    ("SLAs", "Keeps SLAs", "Slate roofs"),
    ("SOC 2", "HIPAA and SOC 2", "A SOC analyst"),
    ("PCI DSS", "PCI and SOX rules", "PCIe lanes"),
    ("Locust", "Load tests with Locust and k6", "A Locust tree"),
    ("Sentry", "Sentry for errors", "A sentry at the gate"),
    ("Jaeger", "Jaeger traces", "der jaeger"),
    ("Grafana Loki", "Grafana with Loki", "Loki, son of Odin"),
    ("Hydra", "PyTorch configs in Hydra", "The Hydra of Lerna"),
    ("Nix", "Nix flakes on Linux", "Nix zu tun"),
    ("monitoring", "Logging and monitoring in production", "Monitoring of patient sites"),
    ("model deployment", "Deployment of ML models", "Deployment of troops"),
    ("AI guardrails", "LLM guardrails", "Guardrails along the road"),
    ("information retrieval", "IR and ranking for search", "IR thermal cameras"),
    ("recommender systems", "Ranking and recommendations", "Provides recommendations in letters"),
]


@pytest.mark.parametrize(("term", "text"), [(term, text) for term, text, _ in TRICKY])
def test_a_tricky_name_is_found_among_its_kin(term: str, text: str) -> None:
    assert term in terms(text)


@pytest.mark.parametrize(("term", "text"), [(term, text) for term, _, text in TRICKY])
def test_a_tricky_name_is_not_found_elsewhere(term: str, text: str) -> None:
    assert term not in terms(text)


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("maschinelles Lernen und neuronale Netze", "machine learning"),
        ("apprentissage profond en Python", "deep learning"),
        ("procesamiento de lenguaje natural", "NLP"),
        ("grote taalmodellen", "LLMs"),
        ("Erfahrung mit KI-Agenten", "AI agents"),
        ("intégration continue", "CI/CD"),
        ("projets d'IA générative", "generative AI"),
    ],
)
def test_other_languages_report_the_english_name(text: str, term: str) -> None:
    assert term in terms(text)


@pytest.mark.parametrize(
    ("text", "apart"),
    [
        ("PyTorch, TensorFlow, Keras, JAX", {"PyTorch", "TensorFlow", "Keras", "JAX"}),
        ("XGBoost, LightGBM, CatBoost", {"XGBoost", "LightGBM", "CatBoost"}),
        ("LangGraph, CrewAI, smolagents", {"LangGraph", "CrewAI", "smolagents"}),
        (
            "supervised and unsupervised learning",
            {"supervised learning", "unsupervised learning"},
        ),
        ("LLMs, RAG and prompt engineering", {"LLMs", "RAG", "prompt engineering"}),
        ("linear and logistic regression", {"linear regression", "logistic regression"}),
        ("tensor/pipeline parallelism", {"tensor parallelism", "pipeline parallelism"}),
        ("Kubeflow, MLflow, Metaflow", {"Kubeflow", "MLflow", "Metaflow"}),
        ("Prometheus, Grafana, Datadog", {"Prometheus", "Grafana", "Datadog"}),
    ],
)
def test_things_that_engineers_name_apart_are_apart(text: str, apart: set[str]) -> None:
    assert terms(text) == apart
