/* Built from web/src by web/build.mjs. */
"use strict";(()=>{})();
