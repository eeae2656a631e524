from samenwerkadvies.frames.assessing import FrameAssessment, assess_frame
