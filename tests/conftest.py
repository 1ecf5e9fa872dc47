"""Properties are held to what they say, never to how long a busy machine takes over them."""

from hypothesis import HealthCheck, settings

settings.register_profile(
    "callbacktui", deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("callbacktui")
